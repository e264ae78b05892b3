import assert from "node:assert/strict";
import { Answer } from "../../../../src/features/call/answer";
import { callKey } from "../../../../src/features/call/callKey";
import { CallPanel, type CallPanelContext } from "../../../../src/features/call/callPanel";
import { type SendOptions } from "../../../../src/features/call/callSender";
import { type SentCall } from "../../../../src/features/call/sentCall";
import { callSetup } from "../../../../src/features/call/callSetup";
import { type CallTarget } from "../../../../src/features/call/callTarget";
import { type KeptAnswer, type ShownAnswer } from "../../../../src/features/call/panelAnswers";
import { maskResult } from "../../../../src/komari/redact/maskSecrets";
import { type CallAnswer, type CallResult } from "../../../../src/shared/callApi";
import { Emitter } from "../../../../src/util/emitter";
import { silentLogger } from "../../../../src/util/logger";
import { buildMethodSpec } from "../../../builders/methods";
import { settle } from "../../../builders/settle";

const target = { serverId: "https://a.example", method: "admin:getClientToken" };

interface Posted {
  readonly method?: string;
  readonly params?: unknown;
  readonly id?: number;
  readonly ok?: boolean;
  readonly result?: unknown;
}

interface Sending {
  readonly target: CallTarget;
  readonly options: SendOptions;
  readonly end: (json: string) => void;
}

function sentCall(of: CallTarget, json: string): SentCall {
  const answer = new Answer(of.method, Buffer.from(json), maskResult);
  return {
    target: of,
    serverName: "Alpha",
    sentAt: 5,
    tookMs: 12,
    transport: "http",
    outcome: { kind: "ok", answer },
  };
}

function harness(changes: Partial<CallPanelContext> = {}) {
  const messages = new Emitter<unknown>();
  const setupChanged = new Emitter<undefined>();
  const posted: Posted[] = [];
  const sending: Sending[] = [];
  const acted: { readonly shown: ShownAnswer; readonly previous: ShownAnswer | undefined }[] = [];
  let others = false;
  const context: CallPanelContext = {
    sender: {
      send: (of, options) =>
        new Promise((resolve) => {
          sending.push({ target: of, options, end: (json) => resolve(sentCall(of, json)) });
        }),
    },
    setupOf: (of) =>
      callSetup(of, {
        server: undefined,
        others,
        readOnly: false,
        timeoutMs: 30_000,
        listed: undefined,
        spec: buildMethodSpec(of.method),
        translations: undefined,
        locale: "en",
      }),
    onDidChangeSetup: setupChanged.event,
    lastAnswer: () => Promise.resolve(undefined),
    pick: () => Promise.resolve(["a"]),
    actOnAnswer: (_action, shown, previous) => {
      acted.push({ shown, previous });
      return Promise.resolve();
    },
    copySnippet: () => undefined,
    copyText: () => undefined,
    saveRequest: () => undefined,
    runOnServers: () => Promise.resolve(undefined),
    act: () => undefined,
    logger: silentLogger,
    ...changes,
  };
  const port = {
    postMessage: (message: unknown) => {
      posted.push(message as Posted);
      return Promise.resolve(true);
    },
    onDidReceiveMessage: messages.event,
  };
  const panel = new CallPanel(target, port, context);
  const say = (method: string, params?: unknown, id?: number) =>
    messages.fire({ method, params, ...(id !== undefined && { id }) });
  const told = (method: string) =>
    posted.filter((each) => each.method === method).map(({ params }) => params);
  const setOthers = (value: boolean) => {
    others = value;
    setupChanged.fire(undefined);
  };
  return { panel, say, told, posted, sending, acted, setOthers };
}

const call = (id: number, params?: string) => ({ id, params, timeoutSeconds: 30 });
const answersOf = (told: readonly unknown[]) => told as readonly CallAnswer[];

describe("CallPanel", () => {
  it("says nothing before the page listens, then the setup with all the host has to go by", () => {
    const { say, told, posted, setOthers } = harness();
    setOthers(true);
    assert.deepEqual(posted, []);
    say("ready");
    const [setup] = told("setup") as readonly { readonly key: string }[];
    assert.equal(setup?.key, callKey(target));
  });

  it("sends the setup again when it is another one, and only then", () => {
    const { say, told, setOthers } = harness();
    say("ready");
    setOthers(false);
    assert.equal(told("setup").length, 1);
    setOthers(true);
    assert.equal(told("setup").length, 2);
  });

  it("keeps parameters for a page that does not listen yet, and hands them over once", () => {
    const { panel, say, told } = harness();
    panel.fill('{"uuid":"a"}', false);
    assert.deepEqual(told("fill"), []);
    say("ready");
    say("ready");
    assert.deepEqual(told("fill"), [{ params: '{"uuid":"a"}', send: false }]);
  });

  it("calls side by side, and tells each answer with the id of its call", async () => {
    const { say, told, sending } = harness();
    say("ready");
    say("send", call(1, '{"uuid":"a"}'));
    say("send", call(2));
    assert.deepEqual(
      sending.map(({ target: { params } }) => params),
      ['{"uuid":"a"}', undefined],
    );
    sending[1]?.end('"second"');
    await settle();
    sending[0]?.end('"first"');
    await settle();
    assert.deepEqual(
      answersOf(told("answer")).map(({ id }) => id),
      [2, 1],
    );
  });

  it("keeps the answer of the latest call, whichever came last", async () => {
    const { say, sending, acted } = harness();
    say("ready");
    say("send", call(1));
    say("send", call(2));
    sending[1]?.end('"second"');
    await settle();
    sending[0]?.end('"first"');
    await settle();
    say("answerAction", "copy");
    assert.equal(await acted[0]?.shown.json(), '"second"');
  });

  it("remembers the answer before, to compare with", async () => {
    const { say, sending, acted } = harness();
    say("ready");
    for (const [index, json] of ['"old"', '"new"'].entries()) {
      say("send", call(index + 1));
      sending[index]?.end(json);
      await settle();
    }
    say("answerAction", "compareWithPrevious");
    assert.equal(await acted[0]?.previous?.json(), '"old"');
  });

  it("treats what the page is told to send as sent by nobody who sees the form, once", () => {
    const { panel, say, sending } = harness();
    panel.fill(undefined, true);
    say("ready");
    say("send", call(1));
    say("send", call(2));
    assert.deepEqual(
      sending.map(({ options }) => options.attended),
      [false, true],
    );
  });

  it("is asked again about what was to be sent, however often it is filled meanwhile", () => {
    const { panel, say, sending } = harness();
    say("ready");
    panel.fill('{"a":1}', true);
    panel.fill('{"b":1}', false);
    say("send", call(1));
    assert.equal(sending[0]?.options.attended, false);
  });

  it("tells a page that waits when nothing is run on any server", async () => {
    const outcome = { kind: "refused" } as const;
    const told = { sentAt: 5, tookMs: 0, transport: undefined, outcome };
    const panel = harness({ runOnServers: () => Promise.resolve(told) });
    panel.say("ready");
    panel.say("runOnServers", call(1));
    await settle();
    assert.deepEqual(answersOf(panel.told("answer")), [{ ...told, id: 1 }]);
  });

  it("shows a page that is back what servers have answered, unless something newer was sent", async () => {
    const rows = [{ server: "Alpha", state: "ok" }] as const;
    const { panel, say, told, sending } = harness({
      runOnServers: (_target, _timeoutMs, _signal, show) => {
        show(rows);
        return Promise.resolve(undefined);
      },
    });
    say("ready");
    await settle();
    say("runOnServers", call(1));
    for (const page of ["second", "third"]) {
      panel.hidden();
      say("ready");
      await settle();
      assert.deepEqual(told("answers").at(-1), { id: 1, rows }, page);
    }
    assert.equal(told("answers").length, 3);
    say("send", call(2));
    sending[0]?.end("1");
    await settle();
    say("ready");
    await settle();
    assert.equal(told("answers").length, 3);
  });

  it("cancels the call of that id", () => {
    const { say, sending } = harness();
    say("ready");
    say("send", call(1));
    say("send", call(2));
    say("cancel", 1);
    assert.deepEqual(
      sending.map(({ options }) => options.signal.aborted),
      [true, false],
    );
  });

  it("shows secrets only while they are revealed, also to what is done with the answer", async () => {
    const { say, told, posted, sending, acted } = harness();
    say("ready");
    say("send", call(1));
    sending[0]?.end('{"token":"s3cret"}');
    await settle();
    say("answerAction", "copy");
    assert.ok(!(await acted[0]?.shown.json())?.includes("s3cret"));
    assert.ok(!JSON.stringify(told("answer")).includes("s3cret"));
    say("reveal", true, 7);
    await settle();
    const revealed = posted.find(({ id }) => id === 7)?.result as CallResult;
    assert.equal(revealed.json, '{"token":"s3cret"}');
    assert.equal(await acted[0]?.shown.json(), '{"token":"s3cret"}');
    // A page that begins anew.
    say("ready");
    await settle();
    assert.ok(!JSON.stringify(told("answer")).includes("s3cret"));
    assert.ok(!(await acted[0]?.shown.json())?.includes("s3cret"));
  });

  it("begins with the last answer of the history, and shows the newer one to a page that is back", async () => {
    const told = { sentAt: 1, tookMs: 2, transport: undefined } as const;
    const past: KeptAnswer = {
      told: { ...told, id: undefined, outcome: { kind: "cancelled" } },
      shown: undefined,
    };
    const panel = harness({ lastAnswer: () => Promise.resolve(past) });
    panel.say("ready");
    await settle();
    assert.equal(answersOf(panel.told("answer"))[0]?.id, undefined);
    panel.say("send", call(1));
    panel.sending[0]?.end("1");
    await settle();
    panel.panel.hidden();
    panel.say("ready");
    await settle();
    assert.equal(answersOf(panel.told("answer")).at(-1)?.id, 1);
  });

  it("tells a page that is back which calls are still on their way", () => {
    const { panel, say, told, sending } = harness();
    say("ready");
    say("send", call(3));
    sending[0]?.options.onSent?.();
    panel.hidden();
    say("ready");
    assert.deepEqual(told("sent"), [{ id: 3 }, { id: 3 }]);
  });

  it("acts with the URL of HTTPS that the error shown came with", async () => {
    const httpsUrl = "https://home.example";
    const urls: (string | undefined)[] = [];
    const outcome = { kind: "error", text: "", actions: ["useHttps"], httpsUrl } as const;
    const failed: SentCall = { ...sentCall(target, ""), outcome };
    const { say } = harness({
      sender: { send: () => Promise.resolve(failed) },
      act: (_action, _serverId, url) => urls.push(url),
    });
    say("ready");
    say("act", "useHttps");
    say("send", call(1));
    await settle();
    say("act", "useHttps");
    assert.deepEqual(urls, [undefined, httpsUrl]);
  });

  it("ignores what no page of ours would say", () => {
    const { say, sending, acted } = harness();
    say("ready");
    say("send", { id: "1", params: 5 });
    say("answerAction", "deleteEverything");
    assert.deepEqual([sending, acted], [[], []]);
  });

  it("gives up its calls when it is closed", () => {
    const { panel, say, sending } = harness();
    say("ready");
    say("send", call(1));
    panel.dispose();
    assert.equal(sending[0]?.options.signal.aborted, true);
  });
});
