import assert from "node:assert/strict";
import { ReceivedResult, type SentCall } from "../../../../src/features/call/sentCall";
import { actOnResponse, type ResponseTools } from "../../../../src/features/call/responseActions";
import { type ResponseSource } from "../../../../src/features/call/panelCalls";
import {
  previousCall,
  comparableCalls,
  responseRecord,
  lastCall,
  lastParams,
} from "../../../../src/features/call/pastResponse";
import { runOnServers } from "../../../../src/features/call/runOnServers";
import { maskResult } from "../../../../src/komari/redact/maskSecrets";
import { type ServerRow } from "../../../../src/shared/call/callApi";
import { type Risk } from "../../../../src/shared/call/methodSpec";
import { buildMethodSpec } from "../../../builders/methods";
import { buildPastCall } from "../../../builders/pastCall";

const maxShownBytes = 16 * 1024 * 1024;

const resultOf = (json: string, method = "common:getNodes") =>
  new ReceivedResult(method, Buffer.from(json), maskResult);

describe("ReceivedResult", () => {
  it("sends only the size of a response above the limit", async () => {
    const large = resultOf(`"${"x".repeat(maxShownBytes)}"`);
    const shown = await large.forPage(false);
    assert.deepEqual([shown.json, shown.bytes], [undefined, maxShownBytes + 2]);
  });

  it("keeps every digit of numbers", async () => {
    assert.equal((await resultOf('{"n":9223372036854775807}').forPage(false)).json?.at(-2), "7");
  });

  it("is chartable if its method returns node records", async () => {
    assert.equal((await resultOf("{}", "common:getRecords").forPage(false)).chartable, true);
    assert.equal((await resultOf("{}").forPage(false)).chartable, false);
  });
});

describe("responses of the history", () => {
  const history = {
    responseOf: (id: string) => Promise.resolve(id === "lost" ? undefined : "[1]"),
  };
  const shown = { target: { serverId: "https://a.example", method: "m" }, sentAt: 50 };
  const past = (id: string, sentAt: number, serverId = "https://a.example", method = "m") =>
    buildPastCall({ id, sentAt, serverId, method, kept: true });

  it("are marked as omitted if they were not stored", async () => {
    const kept = await responseRecord(buildPastCall({ kept: true, outcome: "ok" }), history);
    const lost = await responseRecord(
      buildPastCall({ id: "lost", kept: true, outcome: "ok" }),
      history,
    );
    assert(kept.message.outcome.kind === "ok" && lost.message.outcome.kind === "ok");
    assert.deepEqual([kept.message.outcome.json, kept.message.outcome.omitted], ["[1]", false]);
    assert.deepEqual([lost.message.outcome.json, lost.message.outcome.omitted], [undefined, true]);
    assert.equal(lost.source, undefined);
  });

  it("are comparable with other calls of the same method", () => {
    const calls = [
      past("a", 60),
      past("self", 50),
      past("b", 40, "https://b.example"),
      past("c", 30),
    ];
    const other = past("d", 20, "https://a.example", "other");
    const ids = (found: readonly { readonly id: string }[]) => found.map(({ id }) => id);
    assert.deepEqual(ids(comparableCalls([...calls, other], shown)), ["a", "b", "c"]);
    assert.equal(previousCall(calls, shown)?.id, "c");
    assert.equal(lastCall(calls, shown.target)?.id, "a");
  });

  it("provide the last non-empty parameters of a method", () => {
    const { serverId, method } = shown.target;
    const call = (params?: string) =>
      buildPastCall({ serverId, method, ...(params !== undefined && { params }) });
    const calls = [call(), call('{"a":2}'), call('{"a":1}')];
    assert.equal(lastParams(calls, shown.target), '{"a":2}');
    assert.equal(lastParams(calls, { ...shown.target, method: "other" }), undefined);
  });
});

describe("actOnAnswer", () => {
  const shownOf = (json: string, serverName = "Alpha"): ResponseSource => ({
    target: { serverId: "https://a.example", method: "common:getRecords" },
    serverName,
    sentAt: 0,
    json: () => Promise.resolve(json),
  });

  function tools(changes: Partial<ResponseTools> = {}) {
    const done: unknown[] = [];
    const note = (...what: readonly unknown[]) => {
      done.push(what);
      return Promise.resolve();
    };
    const made: ResponseTools = {
      open: (response) => note("open", response),
      compare: (left, right) => note("compare", left, right),
      save: async (title, name) => {
        await note("save", title, name);
        return undefined;
      },
      copy: (text) => note("copy", text),
      chart: (target) => note("chart", target),
      inform: (message) => void note("inform", message),
      saved: () => undefined,
      time: () => "now",
      fromServer: () => Promise.resolve(undefined),
      fromHistory: () => Promise.resolve(undefined),
      previousInHistory: () => Promise.resolve(undefined),
      ...changes,
    };
    return { made, done };
  }

  it("saves under a portable file name", async () => {
    const { made, done } = tools();
    await actOnResponse("save", shownOf("[1]"), undefined, made);
    const [, , name] = done[0] as readonly unknown[];
    assert.equal(name, "common-getRecords 1970-01-01.json");
  });

  it("compares with the previous response of panel or history, else shows a notice", async () => {
    const [{ made, done }, old] = [tools(), shownOf('"old"')];
    await actOnResponse("compareWithPrevious", shownOf('"new"'), old, made);
    const json = (title: string, text: string) => ({ title, json: text });
    const title = "common:getRecords — Alpha, now";
    assert.deepEqual(done, [["compare", json(title, '"old"'), json(title, '"new"')]]);
    const kept = tools({ previousInHistory: () => Promise.resolve(old) });
    await actOnResponse("compareWithPrevious", shownOf('"new"'), undefined, kept.made);
    assert.equal((kept.done[0] as readonly unknown[])[0], "compare");
    const none = tools();
    await actOnResponse("compareWithPrevious", shownOf('"new"'), undefined, none.made);
    assert.equal((none.done[0] as readonly unknown[])[0], "inform");
  });

  it("does nothing if no other server was chosen", async () => {
    const { made, done } = tools();
    await actOnResponse("compareWithServer", shownOf("1"), undefined, made);
    assert.deepEqual(done, []);
  });

  it("charts the nodes of the records, and shows a notice if there are none", async () => {
    const { made, done } = tools();
    await actOnResponse("chart", shownOf('{"records":{"a":[]}}'), undefined, made);
    await actOnResponse("chart", shownOf('{"records":{}}'), undefined, made);
    assert.deepEqual(
      done.map((each) => (each as readonly unknown[])[0]),
      ["chart", "inform"],
    );
  });
});

describe("runOnServers", () => {
  const servers = [
    { id: "https://a.example", name: "Alpha" },
    { id: "https://b.example", name: "Beta" },
  ];
  const target = { serverId: "https://a.example", method: "rpc.ping" };
  const options = { timeoutMs: 1000, signal: new AbortController().signal };

  interface RunKnobs {
    readonly readOnly?: readonly string[];
    readonly yes?: boolean;
    readonly risk?: Risk;
    /** By the id of its server. */
    readonly hazards?: Readonly<Record<string, readonly string[]>>;
  }

  function run(parts: RunKnobs) {
    const started: (readonly string[])[] = [];
    const rows: ServerRow[] = [];
    const questions: string[] = [];
    const details: string[] = [];
    const send = ({
      serverId,
      method,
    }: {
      serverId: string;
      method: string;
    }): Promise<SentCall> => {
      const beta = serverId === "https://b.example";
      const call = {
        target: { serverId, method },
        sentAt: 0,
        tookMs: 3,
        transport: "http",
      } as const;
      return Promise.resolve({
        ...call,
        serverName: beta ? "Beta" : "Alpha",
        outcome: beta
          ? { kind: "error", text: "Beta is private.", actions: [] }
          : { kind: "ok", result: resultOf('{"api_key":"s3cret"}') },
      });
    };
    const events = {
      onStart: (names: readonly string[]) => void started.push(names),
      onRow: (index: number, row: ServerRow) => void (rows[index] = row),
    };
    const done = runOnServers(target, servers, options, events, {
      sender: { send, hazardsOf: (id) => parts.hazards?.[id] ?? [] },
      specOf: (_server, method) => buildMethodSpec(method, { risk: parts.risk ?? "destructive" }),
      isReadOnly: (id) => parts.readOnly?.includes(id) === true,
      confirm: ({ text, detail }) => {
        questions.push(text);
        details.push(detail);
        return Promise.resolve(parts.yes !== false);
      },
    });
    return done.then((held) => ({ started, rows, held, questions, details }));
  }

  it("confirms once, names all servers at the start and passes each masked result as it arrives", async () => {
    const { started, rows, questions } = await run({});
    assert.deepEqual(questions, ["Call rpc.ping on Alpha, Beta?"]);
    assert.deepEqual(started, [["Alpha", "Beta"]]);
    const [alpha, beta] = rows;
    assert.deepEqual([alpha?.state, alpha?.tookMs, alpha?.bytes], ["ok", 3, 20]);
    assert.ok(!alpha?.json?.includes("s3cret"));
    assert.deepEqual([beta?.state, beta?.text], ["error", "Beta is private."]);
  });

  it("sends nothing if one server is read-only or the user declines, and reports it", async () => {
    const { started, held } = await run({ readOnly: ["https://b.example"] });
    assert.deepEqual([started, held?.kind], [[], "error"]);
    const no = await run({ yes: false });
    assert.deepEqual([no.started, no.held], [[], { kind: "refused" }]);
    assert.equal((await run({})).held, undefined);
  });

  it("asks about a call that only reads, once, if one of the servers is known to fail at it", async () => {
    const fails = "Servers up to 1.2.5 fail at this call.";
    const hazards = { "https://a.example": [fails], "https://b.example": [fails] };
    const refused = await run({ risk: "read", hazards, yes: false });
    assert.deepEqual([refused.started, refused.held], [[], { kind: "refused" }]);
    const one = { "https://b.example": [fails] };
    for (const each of [hazards, one]) {
      const { questions, details, rows } = await run({ risk: "read", hazards: each });
      assert.equal(questions.length, 1);
      assert.equal(details[0]?.split(fails).length, 2);
      assert.equal(rows.length, 2);
    }
    assert.deepEqual((await run({ risk: "read" })).questions, []);
  });
});
