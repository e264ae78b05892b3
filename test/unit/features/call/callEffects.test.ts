import assert from "node:assert/strict";
import { affectedBy } from "../../../../src/komari/catalogue/affected";
import { cataloguedMethods } from "../../../../src/komari/catalogue/catalogue";
import { createMethodSpec } from "../../../../src/komari/methods/createMethodSpec";
import { RpcLocalError, RpcRemoteError } from "../../../../src/rpc/errors";
import { type Responder, createCallSender } from "../../../builders/callSender";

const nothing: Responder = () => Promise.resolve("null");
const apiKey = { kind: "apiKey", apiKey: "abcdefghijklmnop" } as const;

describe("CallSender refetch after a call", () => {
  const cases: readonly (readonly [method: string, affected: readonly string[]])[] = [
    ["admin:addClient", ["nodes"]],
    ["admin:editClient", ["nodes"]],
    ["admin:removeClient", ["nodes"]],
    ["admin:bulkEditClients", ["nodes"]],
    ["admin:editPingTask", ["nodes"]],
    ["admin:clearAllRecords", ["nodes"]],
    ["admin:deleteAllSessions", ["server"]],
    ["admin:setPluginEnabled", ["server"]],
    ["admin:editSettings", ["nodes", "server"]],
    ["admin:importConfig", ["nodes", "server"]],
    ["plugin:renameNodes", ["nodes", "server"]],
  ];
  for (const [method, affected] of cases) {
    it(`is ${affected.join(" and ")} after ${method}`, async () => {
      const { send, reread } = createCallSender(nothing);
      await send({ method });
      assert.deepEqual(reread, [affected]);
    });
  }

  for (const method of ["common:getNodes", "admin:exec", "admin:listClients", "plugin:getState"]) {
    it(`is nothing after ${method}`, async () => {
      const { send, reread } = createCallSender(nothing);
      await send({ method });
      assert.deepEqual(reread, []);
    });
  }

  it("is the same if the fate of the call is unknown, and nothing if it was refused", async () => {
    const lost = createCallSender(() => Promise.reject(new RpcLocalError("timeout", "late")));
    await lost.send({ method: "admin:addClient" });
    assert.deepEqual(lost.reread, [["nodes"]]);
    const refused = createCallSender(() =>
      Promise.reject(new RpcRemoteError(-32602, "Invalid or missing UUID", undefined)),
    );
    await refused.send({ method: "admin:removeClient" });
    assert.deepEqual(refused.reread, []);
  });

  it("is nothing if a plugin still needs permissions", async () => {
    const { send, reread } = createCallSender(() => Promise.resolve('{"requires_approval":true}'), {
      confirm: () => Promise.resolve(false),
    });
    await send({ method: "admin:setPluginEnabled" }, { attended: undefined });
    assert.deepEqual(reread, []);
  });

  it("names only methods of the catalogue that change something", () => {
    const named = cataloguedMethods.filter((method) => affectedBy(method).length > 0);
    assert.equal(named.length, 20);
    for (const method of named) {
      const { risk } = createMethodSpec(method, undefined);
      assert.ok(risk !== "read" && risk !== "secrets", method);
    }
  });
});

describe("CallSender: common:getMe", () => {
  const [old, newer] = [["common:getMe"], ["common:getMe", "public:queryMetrics"]];

  it("requires a confirmation with an API key on servers that fail at it", async () => {
    const questions: { readonly detail: string }[] = [];
    const { send, received } = createCallSender(nothing, {
      credential: apiKey,
      methods: old,
      confirm: (question) => {
        questions.push(question);
        return Promise.resolve(false);
      },
    });
    const call = await send({ method: "common:getMe" });
    assert.deepEqual([call.outcome.kind, received], ["refused", []]);
    assert.equal(
      questions[0]?.detail,
      "Servers up to 1.2.5 fail at this call if you are signed in with an API key.",
    );
  });

  it("is sent without a confirmation to other servers, as a guest and with a session", async () => {
    const cases = [
      { credential: apiKey, methods: newer },
      { credential: { kind: "guest" }, methods: old },
      { credential: { kind: "session", token: "t" }, methods: old },
    ] as const;
    for (const options of cases) {
      const { send, received, requested } = createCallSender(nothing, options);
      await send({ method: "common:getMe" });
      assert.deepEqual([received.length, requested], [1, []]);
    }
  });

  it("requires no confirmation of other calls on such a server", async () => {
    const { send, requested } = createCallSender(nothing, { credential: apiKey, methods: old });
    await send();
    assert.deepEqual(requested, []);
  });
});
