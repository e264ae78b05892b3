import assert from "node:assert/strict";
import { callSetup } from "../../../../src/features/call/callSetup";
import { type MethodSpec } from "../../../../src/shared/call/methodSpec";
import { buildMethodSpec } from "../../../builders/methods";
import { failedState, readyState } from "../../../builders/serverView";
import { type SessionState } from "../../../../src/komari/session";
import { type CallServer } from "../../../../src/shared/call/callApi";

function serverOf(
  method: string,
  listed?: readonly MethodSpec[],
  state: SessionState = readyState(),
): CallServer {
  const server = { id: "https://alpha.example.com", name: "Alpha", session: { state } };
  const target = { serverId: server.id, method };
  return callSetup(target, {
    server,
    hasOtherServers: false,
    readOnly: false,
    listed,
    spec: buildMethodSpec(method),
    timeoutMs: 1000,
    translations: undefined,
    locale: "en",
  }).server;
}

function isUnlisted(method: string, listed: readonly MethodSpec[] | undefined): boolean {
  return serverOf(method, listed).unlisted;
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

  it("shows a sign-in that is missing or refused, with what can be done", () => {
    for (const warning of ["signInMissing", "keyRejected"] as const) {
      const { problem, action } = serverOf("common:getNodes", listed, readyState({ warning }));
      assert.match(problem ?? "", /^Alpha /);
      assert.equal(action, "signIn");
    }
  });

  it("suggests HTTPS where it is known that the server requires it", () => {
    const httpsUrl = "https://alpha.example.com";
    const state = failedState("notRpcEndpoint", { data: { httpsUrl } });
    assert.equal(serverOf("common:getNodes", listed, state).action, "useHttps");
    const unknown = failedState("notRpcEndpoint");
    assert.equal(serverOf("common:getNodes", listed, unknown).action, "editServer");
  });

  it("has the dashboard action for a server whose migration waits for its administrator", () => {
    const { action } = serverOf("common:getNodes", listed, failedState("migrating"));
    assert.equal(action, "openDashboard");
  });

  it("has no problem for a ready session", () => {
    const { problem, action } = serverOf("common:getNodes", listed);
    assert.deepEqual([problem, action], [undefined, undefined]);
  });
});
