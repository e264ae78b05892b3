import assert from "node:assert/strict";
import { callError, notSent } from "../../../../src/features/call/callError";
import { responseRecord } from "../../../../src/features/call/pastResponse";
import { runOnServers } from "../../../../src/features/call/runOnServers";
import { isPastCall } from "../../../../src/features/requests/store/pastCall";
import { pastRow } from "../../../../src/features/requests/view/requestRow";
import { pastTooltip } from "../../../../src/features/requests/view/requestTooltip";
import { problemOf } from "../../../../src/komari/problem";
import { type Fate, RpcLocalError, RpcRemoteError } from "../../../../src/rpc/errors";
import { type ServerRow } from "../../../../src/shared/call/callApi";
import { createFormat } from "../../../../src/shared/format";
import { createCallSender } from "../../../builders/callSender";
import { buildMethodSpec } from "../../../builders/methods";
import { buildPastCall } from "../../../builders/pastCall";

const format = createFormat("en");
const error = (fate: Fate) => new RpcLocalError("connectionLost", "why", { fate });
const endings = {
  notSent: "Alpha closed the connection. The request was not sent.",
  refused: "Alpha closed the connection. The call was not carried out.",
  unknown:
    "Alpha closed the connection. The call may have been carried out. Check its effect before sending it again.",
} as const;

describe("callError: the fate of a call", () => {
  const errorOf = (thrown: unknown, spec = buildMethodSpec("x:change", { risk: "write" })) =>
    callError(problemOf(thrown, { kind: "guest" }), { server: "Alpha", spec, role: "admin" });

  for (const fate of ["notSent", "refused", "unknown"] as const) {
    it(`is shown for calls that may change something: ${endings[fate]}`, () => {
      const { text, fate: actual } = errorOf(error(fate));
      assert.deepEqual([text, actual], [endings[fate], fate]);
    });
  }

  it("is shown for methods with a guessed risk, and not for reads", () => {
    const guessed = buildMethodSpec("x:list", { risk: "read", guessed: true });
    assert.equal(errorOf(error("unknown"), guessed).text, endings.unknown);
    for (const risk of ["read", "secrets"] as const) {
      const { text, fate } = errorOf(error("unknown"), buildMethodSpec("x:list", { risk }));
      assert.deepEqual([text, fate], ["Alpha closed the connection.", undefined]);
    }
  });

  it("names the method that shows the effect, for a command its tasks", () => {
    const spec = buildMethodSpec("admin:exec", { risk: "execute", checkWith: "admin:getTasks" });
    assert.match(errorOf(error("unknown"), spec).text, /Check with admin:getTasks before sending/);
  });

  it("is derived from the code of a remote error, and not repeated if that implies the refusal", () => {
    const refused = errorOf(new RpcRemoteError(-32602, "no", undefined));
    assert.deepEqual([refused.text, refused.fate], ["Alpha rejected the parameters.", "refused"]);
    const late = errorOf(new RpcRemoteError(-32011, "timed out", undefined));
    assert.match(late.text, /may have been carried out/);
  });

  it("is shown once for a call that timed out before it was sent", () => {
    const late = errorOf(new RpcLocalError("timeout", "", { fate: "notSent" }));
    const text = "The request could not be sent to Alpha in time.";
    assert.deepEqual([late.text, late.fate], [text, "notSent"]);
  });

  it("is not sent if the request was held back here", () => {
    assert.equal(notSent("why").fate, "notSent");
  });
});

describe("CallSender: the fate of a call", () => {
  const spec = { risk: "write" } as const;

  it("is stored with the sentence, also for canceled calls", async () => {
    for (const fate of ["notSent", "unknown"] as const) {
      const failing = createCallSender(() => Promise.reject(error(fate)), { spec });
      await failing.send();
      const controller = new AbortController();
      const aborted = createCallSender(
        () => {
          controller.abort();
          return Promise.reject(new RpcLocalError("aborted", "", { fate }));
        },
        { spec },
      );
      await aborted.send({}, { signal: controller.signal });
      const [failed, canceled] = [failing.remembered[0]?.call, aborted.remembered[0]?.call];
      assert.deepEqual([failed?.fate, canceled?.fate], [fate, fate]);
      assert.deepEqual(
        [failed?.text, canceled?.text],
        [endings[fate], endings[fate].replace("Alpha closed the connection.", "Canceled.")],
      );
    }
  });

  it("is not sent if it was canceled while the question was open", async () => {
    const controller = new AbortController();
    const { send } = createCallSender(() => Promise.resolve("1"), {
      spec,
      confirm: () => {
        controller.abort();
        return Promise.resolve(true);
      },
    });
    const { outcome } = await send({}, { signal: controller.signal, attended: false });
    assert.ok(outcome.kind === "cancelled");
    assert.equal(outcome.text, "Canceled. The request was not sent.");
  });

  it("is shown in the rows of several servers", async () => {
    for (const isCanceled of [false, true]) {
      const controller = new AbortController();
      const { send } = createCallSender(
        () => {
          if (isCanceled) controller.abort();
          return Promise.reject(error("unknown"));
        },
        { spec },
      );
      const rows: ServerRow[] = [];
      const servers = [{ id: "https://home.example.com", name: "Alpha" }];
      const options = { timeoutMs: 1000, signal: controller.signal };
      const target = { serverId: servers[0]?.id ?? "", method: "x:change" };
      const events = {
        onStart: () => undefined,
        onRow: (_: number, row: ServerRow) => void rows.push(row),
      };
      await runOnServers(target, servers, options, events, {
        sender: {
          send: (call, sending) => send({ method: call.method }, sending),
          hazardsOf: () => [],
        },
        specOf: (_server, method) => buildMethodSpec(method, spec),
        isReadOnly: () => false,
        confirm: () => Promise.resolve(true),
      });
      const text = rows[0]?.text ?? "";
      assert.match(text, /The call may have been carried out\. Check its effect/);
      assert.match(text, isCanceled ? /^Canceled\. / : /^Alpha closed the connection\. /);
    }
  });
});

describe("History: the fate of a call", () => {
  const past = (changes: object) =>
    buildPastCall({ outcome: "error", text: "It failed.", ...changes });

  it("is read back, also if it is missing as in older entries, but not if it is unknown", () => {
    assert.ok(isPastCall(past({})));
    assert.ok(isPastCall(past({ fate: "unknown" })));
    assert.ok(!isPastCall(past({ fate: "lost" })));
  });

  it("is shown in row and tooltip, except for older entries", () => {
    const context = { format, now: Date.UTC(2026, 0, 1), serverName: () => undefined };
    const descriptionOf = (changes: object) => pastRow(past(changes), context).description;
    assert.match(descriptionOf({ fate: "unknown" }), /^outcome unknown · /);
    assert.match(descriptionOf({ fate: "notSent" }), /^not sent · /);
    assert.match(descriptionOf({ fate: "refused" }), /^just now/);
    assert.match(descriptionOf({}), /^just now/);
    assert.match(pastTooltip(past({ fate: "unknown" }), format), /failed · outcome unknown · /);
    assert.doesNotMatch(pastTooltip(past({}), format), /unknown|sent · /);
  });

  it("is shown again by the panel of the call", async () => {
    const history = { responseOf: () => Promise.resolve(undefined) };
    const outcomeOf = async (changes: object) =>
      (await responseRecord(past({ kept: false, ...changes }), history)).message.outcome;
    const { unknown: text } = endings;
    assert.deepEqual(await outcomeOf({ fate: "unknown", text }), {
      kind: "error",
      text,
      actions: [],
      fate: "unknown",
    });
    assert.deepEqual(await outcomeOf({ outcome: "cancelled", fate: "unknown", text }), {
      kind: "cancelled",
      text,
      fate: "unknown",
    });
    assert.deepEqual(await outcomeOf({ outcome: "cancelled", text: undefined }), {
      kind: "cancelled",
    });
  });
});
