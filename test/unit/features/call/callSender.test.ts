import assert from "node:assert/strict";
import { inspect } from "node:util";
import { RpcLocalError, RpcRemoteError } from "../../../../src/rpc/errors";
import { secretMask } from "../../../../src/shared/call/mask";
import { silentLogger } from "../../../../src/util/logger";
import { type Responder, createCallSender } from "../../../builders/callSender";
import { FakeClock } from "../../../builders/fakeClock";

const pong: Responder = () => Promise.resolve('"pong"');
const refused =
  (code: number, message: string): Responder =>
  () =>
    Promise.reject(new RpcRemoteError(code, message, undefined));

describe("CallSender", () => {
  it("sends raw params as they are and gives the raw result", async () => {
    const { send, received } = createCallSender(pong);
    const { outcome, transport, tookMs } = await send({ params: '{"n":9223372036854775807}' });
    assert.deepEqual(received, [
      { method: "common:getNodes", params: '{"n":9223372036854775807}', readOnly: true },
    ]);
    assert.deepEqual([transport, tookMs], ["http", 12]);
    assert.equal(outcome.kind === "ok" && (await outcome.result.text(false)), '"pong"');
  });

  it("marks calls as not repeatable if they may change something or their risk is guessed", async () => {
    for (const spec of [{ risk: "write" }, { risk: "read", guessed: true }] as const) {
      const { send, received } = createCallSender(pong, { spec });
      await send();
      assert.equal(received[0]?.readOnly, false);
    }
  });

  it("masks secrets in the history, and in the response until revealed", async () => {
    const { send, remembered } = createCallSender(() =>
      Promise.resolve('{"token":"s3cret","name":"a"}'),
    );
    const { outcome } = await send({ params: '{"api_key":"s3cret"}' });
    assert(outcome.kind === "ok");
    assert.ok(!JSON.stringify(await outcome.result.forPage(false)).includes("s3cret"));
    assert.ok(!JSON.stringify(remembered).includes("s3cret"));
    assert.equal(remembered[0]?.call.secrets, 1);
    assert.equal(await outcome.result.text(true), '{"token":"s3cret","name":"a"}');
  });

  it("sends neither masks nor invalid JSON", async () => {
    const { send, received } = createCallSender(pong);
    for (const params of [`{"api_key":"${secretMask}"}`, "{broken"]) {
      assert.equal((await send({ params })).outcome.kind, "error");
    }
    assert.deepEqual(received, []);
  });

  it("requires a confirmation of harmful calls, and sends nothing if declined", async () => {
    const spec = { risk: "destructive", effect: "Deletes all." } as const;
    const yes = createCallSender(pong, { spec });
    await yes.send();
    assert.deepEqual(yes.requested, [
      { text: "Call common:getNodes on Alpha?", detail: "Deletes all.", yes: "Call" },
    ]);
    assert.equal(yes.received.length, 1);
    const no = createCallSender(pong, { spec, confirm: () => Promise.resolve(false) });
    assert.equal((await no.send()).outcome.kind, "refused");
    assert.deepEqual([no.received, no.remembered], [[], []]);
  });

  it("refuses all but reads on a read-only server, without a confirmation", async () => {
    for (const risk of ["write", "destructive", "execute"] as const) {
      const { send, received, requested } = createCallSender(pong, {
        spec: { risk },
        isReadOnly: () => true,
      });
      const { outcome } = await send();
      assert(outcome.kind === "error");
      assert.match(outcome.text, /Alpha is set to read-only/);
      assert.deepEqual([received, requested], [[], []]);
    }
    for (const risk of ["read", "secrets"] as const) {
      const { send, received } = createCallSender(pong, { spec: { risk }, isReadOnly: () => true });
      await send();
      assert.equal(received.length, 1);
    }
  });

  it("checks the settings again after the confirmation", async () => {
    const spec = { risk: "destructive" } as const;
    let isReadOnly = false;
    const { send, received } = createCallSender(pong, {
      spec,
      isReadOnly: () => isReadOnly,
      confirm: () => {
        isReadOnly = true;
        return Promise.resolve(true);
      },
    });
    const { outcome } = await send();
    assert(outcome.kind === "error");
    assert.match(outcome.text, /Alpha is set to read-only/);
    assert.deepEqual(received, []);
  });

  it("refuses a confirmed call if the server is read-only meanwhile", async () => {
    const spec = { risk: "write" } as const;
    const { send, received, requested } = createCallSender(pong, { spec, isReadOnly: () => true });
    assert.equal((await send({}, { attended: undefined })).outcome.kind, "error");
    assert.deepEqual([received, requested], [[], []]);
  });

  it("neither sends nor stores a call that was cancelled during the confirmation", async () => {
    const controller = new AbortController();
    const { send, received, remembered } = createCallSender(pong, {
      spec: { risk: "destructive" },
      confirm: () => {
        controller.abort();
        return Promise.resolve(true);
      },
    });
    const sent: string[] = [];
    const { outcome } = await send(
      {},
      { signal: controller.signal, onSent: () => void sent.push("sent") },
    );
    assert.equal(outcome.kind, "cancelled");
    assert.deepEqual([received, remembered, sent], [[], [], []]);
  });

  it("does not count the time of the confirmation", async () => {
    const clock = new FakeClock(1000);
    const { send } = createCallSender(refused(-32603, "no"), {
      spec: { risk: "destructive" },
      clock,
      confirm: () => {
        clock.advance(60_000);
        return Promise.resolve(true);
      },
    });
    const { sentAt, tookMs } = await send();
    assert.deepEqual([sentAt, tookMs], [61_000, 0]);
  });

  it("prompts for the two-factor code until it is accepted, and does not store it", async () => {
    const codes = ["111111", "123456"];
    const wrong: boolean[] = [];
    const { send, received, remembered } = createCallSender(
      ({ params = "{}" }) => {
        const { "2fa_code": code } = JSON.parse(params) as { "2fa_code"?: string };
        if (code === "123456") return Promise.resolve("{}");
        const message = code === undefined ? "2FA code is required" : "Invalid 2FA code";
        return Promise.reject(new RpcRemoteError(-32041, message, undefined));
      },
      {
        askCode: (_method, _server, wasWrong) => {
          wrong.push(wasWrong);
          return Promise.resolve(codes.shift());
        },
      },
    );
    const { outcome, target } = await send({ params: '{"command":"ls"}' });
    assert.equal(outcome.kind, "ok");
    assert.deepEqual(wrong, [false, true]);
    assert.equal(received.at(-1)?.params, '{"command":"ls","2fa_code":"123456"}');
    assert.equal(target.params, '{"command":"ls"}');
    assert.ok(!JSON.stringify(remembered).includes("123456"));
  });

  it("does not prompt for a code with positional parameters", async () => {
    let codes = 0;
    const { send, received } = createCallSender(refused(-32041, "2FA code is required"), {
      askCode: () => {
        codes += 1;
        return Promise.resolve("123456");
      },
    });
    const { outcome } = await send({ params: '["ls"]' });
    assert(outcome.kind === "error");
    assert.match(outcome.text, /parameters by name/);
    assert.deepEqual([codes, received.length], [0, 1]);
  });

  it("returns the refusal if the prompt for a code is cancelled", async () => {
    const { send } = createCallSender(refused(-32041, "2FA code is required"));
    const { outcome } = await send();
    assert(outcome.kind === "error");
    assert.match(outcome.text, /two-factor code/);
  });

  it("returns immediately if cancelled", async () => {
    const controller = new AbortController();
    const { send, remembered } = createCallSender((_call, signal) => {
      return new Promise((_resolve, reject) => {
        signal?.addEventListener("abort", () => reject(new RpcLocalError("aborted", "given up")));
        controller.abort();
      });
    });
    const sent = send({}, { signal: controller.signal });
    assert.equal((await sent).outcome.kind, "cancelled");
    assert.equal(remembered[0]?.call.outcome, "cancelled");
  });

  it("stores errors with code and sentence", async () => {
    const { send, remembered } = createCallSender(refused(-32602, "UUID is required"));
    await send();
    const { code, text, outcome } = remembered[0]?.call ?? {};
    assert.deepEqual([outcome, code], ["error", -32602]);
    assert.match(text ?? "", /Alpha rejected the parameters/);
  });

  it("keeps a server's error message out of the log, and masks secrets in its data", async () => {
    const logged: unknown[] = [];
    const logger = { ...silentLogger, warn: (...line: unknown[]) => void logged.push(line) };
    const error = new RpcRemoteError(-32602, "bad password s3cret", { password: "s3cret" });
    const { send } = createCallSender(() => Promise.reject(error), { logger });
    const { outcome } = await send({ params: '{"password":"s3cret"}' });
    assert.ok(!inspect(logged, { depth: 9 }).includes("s3cret"));
    assert.match(inspect(logged), /invalidParams.*-32602/);
    assert(outcome.kind === "error");
    assert.ok(outcome.data !== undefined && !outcome.data.includes("s3cret"));
  });

  it("masks positional secrets in the history", async () => {
    const { send, remembered } = createCallSender(pong);
    await send({ method: "admin:deleteSession", params: '["s3cret"]' });
    assert.ok(!JSON.stringify(remembered).includes("s3cret"));
  });

  it("does not store a response that consists of credentials", async () => {
    const { send, remembered } = createCallSender(() =>
      Promise.resolve('{"endpoint":"https://a"}'),
    );
    const { outcome } = await send({ method: "admin:getAgentStartupConfig", params: "{}" });
    assert.equal(outcome.kind, "ok");
    assert.deepEqual([remembered[0]?.response, remembered[0]?.call.outcome], [undefined, "ok"]);
  });

  it("refuses a list for a method that misreads it", async () => {
    const { send, received } = createCallSender(pong);
    for (const attended of [true, false, undefined]) {
      const method = "admin:fileSearch";
      const { outcome } = await send({ method, params: ' ["a","/","x"]' }, { attended });
      assert(outcome.kind === "error");
      assert.match(outcome.text, /by name only/);
    }
    assert.deepEqual(received, []);
  });

  it("fails if the server is no longer in the settings", async () => {
    const { send } = createCallSender(pong);
    const { outcome } = await send({ serverId: "https://gone.example" });
    assert.equal(outcome.kind, "error");
  });
});
