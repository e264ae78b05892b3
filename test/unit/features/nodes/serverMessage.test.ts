import assert from "node:assert/strict";
import { commandIds } from "../../../../src/contributions";
import { serverMessage } from "../../../../src/features/nodes/serverMessage";
import { type SessionState } from "../../../../src/komari/session";
import { buildNode } from "../../../builders/node";
import { buildServerView, failedState, readyState } from "../../../builders/serverView";

const oneNode = new Map([["a", buildNode()]]);
const apiKey = { kind: "apiKey", apiKey: "0123456789abcdef" } as const;

function textOf(...args: Parameters<typeof serverMessage>): string | undefined {
  return serverMessage(...args)?.sentence;
}

describe("serverMessage: on the way", () => {
  it("says that it connects until the nodes are known, without a gap", () => {
    const states: readonly SessionState[] = [
      { kind: "idle" },
      { kind: "connecting" },
      readyState(),
    ];
    for (const state of states) {
      const server = buildServerView({ state, described: false });
      assert.equal(textOf(server, 0), "Connecting to Home…", state.kind);
    }
  });

  it("leaves the rows alone while a server that was heard is connected again", () => {
    const server = buildServerView({ state: { kind: "connecting" }, nodes: oneNode });
    assert.equal(serverMessage(server, 1), undefined);
  });

  it("says nothing when all is well", () => {
    assert.equal(serverMessage(buildServerView({ nodes: oneNode }), 1), undefined);
  });
});

describe("serverMessage: troubles", () => {
  it("says why the nodes of a server that answers cannot be read", () => {
    const problem = {
      code: "serverError",
      detail: "",
      data: { remote: { code: -32603, message: "Failed to get client info" } },
    } as const;
    const message = serverMessage(buildServerView({ described: false, problem }), 0);
    assert.equal(message?.sentence, "Home had an internal error: Failed to get client info");
    assert.equal(message.action?.command, commandIds.showLog);
  });

  const cases = [
    ["unreachable", commandIds.reconnectServer],
    ["privateSite", commandIds.signIn],
    ["keyRejected", commandIds.signIn],
    ["signedOut", commandIds.signIn],
    ["tooOld", commandIds.openDashboard],
    ["installing", commandIds.openDashboard],
    ["notRpcEndpoint", commandIds.editServer],
  ] as const;

  for (const [code, command] of cases) {
    it(`offers ${command} for ${code}, for this server`, () => {
      const server = buildServerView({ state: failedState(code), described: false });
      const message = serverMessage(server, 0);
      assert.match(message?.sentence ?? "", /\bHome\b/);
      assert.equal(message?.row.icon?.id, "warning");
      assert.equal(message.action?.command, command);
      assert.deepEqual(message.action.arguments, [{ serverId: server.id }]);
    });
  }

  it("is a row that says what a click does first: a row does not wrap", () => {
    const message = serverMessage(buildServerView({ state: failedState("privateSite") }), 0);
    assert.equal(message?.sentence, "Home is private. Sign in to see it.");
    assert.equal(message.row.label, "Sign In…");
    assert.equal(message.row.description, message.sentence);
    assert.equal(message.row.accessibleLabel, "Home is private. Sign in to see it. Sign In…");
  });

  it("tells the version of a server that is too old", () => {
    const state = failedState("tooOld", { data: { version: "1.0.6" } });
    assert.match(textOf(buildServerView({ state }), 0) ?? "", /1\.0\.6/);
  });

  it("stands above the last known rows of a lost server", () => {
    const server = buildServerView({ state: failedState("unreachable"), nodes: oneNode });
    assert.match(textOf(server, 1) ?? "", /cannot be reached/);
  });

  it("reports a key that is not accepted though guests see the nodes", () => {
    const state = readyState({ warning: "keyRejected" });
    const message = serverMessage(
      buildServerView({ state, nodes: oneNode, credential: apiKey }),
      1,
    );
    assert.equal(message?.sentence, "Home does not accept the API key.");
    assert.equal(message.action?.command, commandIds.signIn);
  });
});

describe("serverMessage: nothing to show", () => {
  it("tells a guest that signing in may show more", () => {
    const message = serverMessage(buildServerView(), 0);
    assert.equal(message?.sentence, "Home shows no nodes to guests.");
    assert.equal(message.action?.command, commandIds.signIn);
  });

  it("sends an administrator to the dashboard to add nodes", () => {
    const message = serverMessage(buildServerView({ credential: apiKey }), 0);
    assert.equal(message?.sentence, "Home has no nodes yet.");
    assert.equal(message.action?.command, commandIds.openDashboard);
  });

  it("tells that the filter hides all", () => {
    const message = serverMessage(buildServerView({ nodes: oneNode }), 0);
    assert.equal(message?.row.label, "No node matches the filter.");
    assert.equal(message.action, undefined);
  });
});
