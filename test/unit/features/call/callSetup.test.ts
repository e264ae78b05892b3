import assert from "node:assert/strict";
import { callSetup } from "../../../../src/features/call/callSetup";
import { type MethodSpec } from "../../../../src/shared/call/methodSpec";
import { buildMethodSpec } from "../../../builders/methods";
import { buildCalledServer } from "../../../builders/callServer";

function isUnlisted(method: string, listed: readonly MethodSpec[] | undefined): boolean {
  const { server } = buildCalledServer({ answer: () => Promise.resolve("null") });
  const target = { serverId: server.id, method };
  return callSetup(target, {
    server,
    others: false,
    readOnly: false,
    listed,
    spec: buildMethodSpec(method),
    timeoutMs: 1000,
    translations: undefined,
    locale: "en",
  }).server.unlisted;
}

describe("callSetup", () => {
  const listed = [buildMethodSpec("common:getNodes")];

  it("marks a method that the server does not list, once its list is known", () => {
    assert.equal(isUnlisted("admin:getClipboard", listed), true);
    assert.equal(isUnlisted("common:getNodes", listed), false);
    assert.equal(isUnlisted("admin:getClipboard", undefined), false);
  });

  it("does not mark internal methods, which servers do not list", () => {
    assert.equal(isUnlisted("rpc.ping", listed), false);
  });
});
