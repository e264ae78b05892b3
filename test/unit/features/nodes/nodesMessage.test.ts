import assert from "node:assert/strict";
import { commandIds } from "../../../../src/manifest/contributions";
import { nodesMessage } from "../../../../src/features/nodes/nodesMessage";
import { createFormat } from "../../../../src/shared/format";
import { networkReason } from "../../../../src/features/text/networkReason";
import { type SessionState } from "../../../../src/komari/session";
import { buildNode } from "../../../builders/node";
import { buildServerView, failedState, readyState } from "../../../builders/serverView";

const oneNode = new Map([["a", buildNode()]]);
const apiKey = { kind: "apiKey", apiKey: "0123456789abcdef" } as const;

const format = createFormat("en");

function messageOf(knobs: Parameters<typeof buildServerView>[0]) {
  return nodesMessage(buildServerView(knobs), format);
}

describe("nodesMessage: on the way", () => {
  it("says that it connects until the nodes are known, without a gap", () => {
    const states: readonly SessionState[] = [
      { kind: "idle" },
      { kind: "connecting" },
      readyState(),
    ];
    for (const state of states) {
      const message = messageOf({ state, nodesLoaded: false });
      assert.equal(message?.row.label, "Connecting to Home…", state.kind);
      assert.equal(message.row.icon?.id, "loading~spin");
    }
  });

  it("leaves the rows alone while a connection blinks", () => {
    const live = { nodes: oneNode, isFresh: true };
    assert.equal(messageOf({ ...live, state: { kind: "connecting" } }), undefined);
    assert.equal(messageOf({ ...live, state: failedState("connectionLost") }), undefined);
  });

  it("goes on to say that a server was slow when its connection is lost", () => {
    const silent = { nodes: oneNode, isFresh: true, slow: true };
    for (const state of [{ kind: "connecting" } as const, failedState("timeout")]) {
      assert.equal(messageOf({ ...silent, state })?.row.label, "Slow to respond");
    }
  });

  it("shows how old the rows are while a lost server is connected again", () => {
    const state = { kind: "connecting" } as const;
    const message = messageOf({ state, nodes: oneNode, isFresh: false, lastKnownAge: 17_000 });
    assert.equal(message?.row.description, "last known 17 s ago");
  });

  it("says nothing when all is well", () => {
    assert.equal(messageOf({ nodes: oneNode }), undefined);
  });
});

describe("nodesMessage: troubles", () => {
  it("says why the nodes of a server that responds cannot be read", () => {
    const problem = {
      code: "serverError",
      detail: "",
      data: { remote: { code: -32603, message: "Failed to get client info" } },
    } as const;
    const message = messageOf({ nodesLoaded: false, problem });
    assert.match(message?.sentence ?? "", /Failed to get client info/);
    assert.equal(message?.action?.command, commandIds.showLog);
  });

  const cases = [
    ["unreachable", commandIds.reconnectServer, "debug-disconnect"],
    ["privateSite", commandIds.signIn, "key"],
    ["keyRejected", commandIds.signIn, "key"],
    ["signedOut", commandIds.signIn, "key"],
    ["signInMissing", commandIds.signIn, "key"],
    ["signInUnreadable", commandIds.signIn, "key"],
    ["signInPending", commandIds.signIn, "key"],
    ["tooOld", commandIds.openDashboard, "warning"],
    ["migrating", commandIds.openDashboard, "warning"],
    ["installing", commandIds.openDashboard, "warning"],
    ["notRpcEndpoint", commandIds.editServer, "warning"],
  ] as const;

  for (const [code, command, icon] of cases) {
    it(`offers ${command} for ${code}, for this server`, () => {
      const message = messageOf({ state: failedState(code), nodesLoaded: false });
      assert.match(message?.sentence ?? "", /\bHome\b/);
      assert.equal(message?.row.icon?.id, icon);
      assert.equal(message.action?.command, command);
      assert.deepEqual(message.action.arguments, [{ serverId: "https://status.example.com" }]);
      assert.equal(message.row.accessibleLabel, `${message.sentence} ${message.action.title}`);
    });
  }

  it("offers the URL of HTTPS for a server that requires it", () => {
    const httpsUrl = "https://status.example.com:8443";
    const state = failedState("notRpcEndpoint", { data: { httpsUrl } });
    const { sentence, action } = messageOf({ state, nodesLoaded: false }) ?? {};
    assert.equal(sentence, `Home requires HTTPS. Use ${httpsUrl}.`);
    assert.deepEqual(action, {
      title: "Use HTTPS…",
      command: commandIds.editServer,
      arguments: [{ serverId: "https://status.example.com", url: httpsUrl }],
    });
  });

  it("shows how old the nodes of a lost server are, and offers to reconnect in the row", () => {
    const state = failedState("unreachable");
    const { row } = messageOf({ state, nodes: oneNode, lastKnownAge: 200_000 }) ?? {};
    assert.deepEqual([row?.label, row?.description], ["Not connected", "last known 3 min ago"]);
    assert.equal(row?.contextValue, "message reconnect");
    assert.match(row.accessibleLabel, /cannot be reached.* \(last known 3 min ago\) Reconnect$/);
  });

  it("shows why a server that never responded is not connected", () => {
    const cause = Object.assign(new Error(), { code: "ECONNREFUSED" });
    const { row } =
      messageOf({ state: failedState("unreachable", { cause }), nodesLoaded: false }) ?? {};
    assert.equal(row?.label, "Not connected");
    assert.equal(row.description, networkReason(cause));
  });

  it("distinguishes a server that responds too late from one that is not connected", () => {
    const problem = { code: "timeout", detail: "" } as const;
    const message = messageOf({ problem, nodes: oneNode, isFresh: false, lastKnownAge: 17_000 });
    assert.equal(message?.row.label, "Not updating");
  });

  const page = {
    status: 200,
    isFromProxy: true,
    authScheme: undefined,
    isRedirect: false,
    redirectOrigin: undefined,
    asksToSignIn: false,
    isChallenge: false,
    wantsCertificate: false,
    content: "page",
  } as const;
  const headlines = [
    ["notRpcEndpoint", undefined, "Not a Komari site"],
    ["notRpcEndpoint", { response: page }, "Not a Komari site"],
    ["notRpcEndpoint", { response: { ...page, asksToSignIn: true } }, "Blocked by a proxy"],
    ["forbidden", { response: { ...page, status: 403 } }, "Blocked by a proxy"],
    ["forbidden", undefined, "Access denied"],
    ["proxyUnauthorized", undefined, "Blocked by a proxy"],
    ["notRpcEndpoint", { httpsUrl: "https://home.example.org" }, "HTTPS required"],
    ["serverCrashed", undefined, "Server error"],
    ["malformed", undefined, "Invalid response"],
    ["certificate", undefined, "Certificate not accepted"],
    ["requestTooLarge", undefined, "Request too large"],
    ["tooOld", undefined, "RPC not available"],
    ["installing", undefined, "Not set up yet"],
    ["migrating", undefined, "Waiting for its administrator"],
  ] as const;

  for (const [code, data, headline] of headlines) {
    it(`calls the row of ${code}${data ? ` with ${JSON.stringify(data)}` : ""} "${headline}"`, () => {
      const state = failedState(code, data && { data });
      assert.equal(messageOf({ state, nodesLoaded: false })?.row.label, headline);
      const { row } = messageOf({ state, nodes: oneNode, lastKnownAge: 200_000 }) ?? {};
      assert.deepEqual([row?.label, row?.description], [headline, "last known 3 min ago"]);
    });
  }

  it("requires a sign-in to a private server", () => {
    const { row } = messageOf({ state: failedState("privateSite") }) ?? {};
    assert.deepEqual([row?.label, row?.description], ["Private", "sign in to see its nodes"]);
  });

  it("shows the version of a server that is too old", () => {
    const state = failedState("tooOld", { data: { version: "1.0.6" } });
    assert.match(messageOf({ state, nodesLoaded: false })?.row.description ?? "", /1\.0\.6/);
  });

  it("reports a key that is not accepted though guests see the nodes", () => {
    const state = readyState({ warning: "keyRejected" });
    const message = messageOf({ state, nodes: oneNode, credential: apiKey });
    assert.equal(message?.row.label, "API key rejected");
    assert.equal(message.row.description, "sign in to see everything");
    assert.equal(message.action?.command, commandIds.signIn);
  });
});

describe("nodesMessage: nothing to show", () => {
  it("reports a guest that signing in may show more", () => {
    const message = messageOf({});
    assert.equal(message?.sentence, "Home shows no nodes to guests.");
    assert.equal(message.action?.command, commandIds.signIn);
  });

  it("sends an administrator to the dashboard to add nodes", () => {
    const message = messageOf({ credential: apiKey });
    assert.equal(message?.sentence, "Home has no nodes yet.");
    assert.equal(message.action?.command, commandIds.openDashboard);
  });
});
