import assert from "node:assert/strict";
import { inspect } from "node:util";
import { RpcRemoteError } from "../../../../src/rpc/errors";
import { type Responder, createCallSender } from "../../../builders/callSender";

describe("CallSender where a plugin requests permissions", () => {
  const method = "admin:setPluginEnabled";
  const params = '{"short":"a","enabled":true}';
  const server: Responder = ({ method: called, params: given = "" }) => {
    if (called === "admin:listPlugins") {
      return Promise.resolve('[{"short":"a","permissions":{"allowExec":true}}]');
    }
    return Promise.resolve(
      given.includes('"approved":true') ? "null" : '{"requires_approval":true}',
    );
  };

  it("asks with the requested permissions, then calls again with the approval", async () => {
    const { send, received, requested, remembered } = createCallSender(server);
    const { outcome, target } = await send({ method, params });
    assert(outcome.kind === "ok");
    assert.equal(await outcome.result.text(true), "null");
    assert.equal((await outcome.result.forPage(false)).notice, undefined);
    assert.match(inspect(requested), /Run programs on the server/);
    assert.deepEqual(
      received.map((call) => [call.method, call.params]),
      [
        [method, params],
        ["admin:listPlugins", undefined],
        [method, '{"short":"a","enabled":true,"approved":true}'],
      ],
    );
    // Sent again later, it is asked about again: the plugin may request more by then.
    assert.deepEqual([target.params, remembered.length], [params, 1]);
    assert.equal(remembered[0]?.call.params, params);
  });

  it("reports the plugin as not enabled when the user declines", async () => {
    const { send, received, remembered } = createCallSender(server, {
      confirm: ({ text }) => Promise.resolve(!text.startsWith("Grant")),
    });
    const { outcome } = await send({ method, params });
    assert(outcome.kind === "ok");
    assert.match((await outcome.result.forPage(false)).notice ?? "", /plugin was not enabled/);
    assert.equal(received.length, 2);
    const [past] = remembered;
    assert.deepEqual([past?.call.outcome, past?.response], ["error", undefined]);
    assert.match(past?.call.text ?? "", /plugin was not enabled/);
  });

  it("does not ask when several servers are called", async () => {
    const { send, received, requested } = createCallSender(server);
    const { outcome } = await send({ method, params }, { attended: undefined });
    assert(outcome.kind === "ok");
    assert.match((await outcome.result.forPage(false)).notice ?? "", /plugin was not enabled/);
    assert.deepEqual([received.length, requested], [1, []]);
  });

  it("confirms a call that grants permissions", async () => {
    const { send, requested } = createCallSender(server);
    await send({ method, params });
    await send({ method, params: '{"short":"a","enabled":true,"approved":true}' });
    const [plain, , granting, ...others] = requested.map((question) => inspect(question));
    assert.doesNotMatch(plain ?? "", /granted all permissions/);
    assert.match(granting ?? "", /runs code on the server[^]*granted all permissions/);
    assert.deepEqual(others, []);
  });

  it("asks even if the plugins cannot be listed", async () => {
    const { send, requested } = createCallSender((call, signal) =>
      call.method === "admin:listPlugins"
        ? Promise.reject(new RpcRemoteError(-32601, "method not found", undefined))
        : server(call, signal),
    );
    await send({ method, params });
    assert.match(inspect(requested), /could not be read/);
  });
});
