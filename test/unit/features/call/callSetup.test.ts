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

  it("says so of a method that the server does not list, once it has listed any", () => {
    assert.equal(isUnlisted("admin:getClipboard", listed), true);
    assert.equal(isUnlisted("common:getNodes", listed), false);
    assert.equal(isUnlisted("admin:getClipboard", undefined), false);
  });

  it("does not miss internal methods, which servers leave out", () => {
    assert.equal(isUnlisted("rpc.ping", listed), false);
  });
});
