import assert from "node:assert/strict";
import { commandIds } from "../../../../src/manifest/contributions";
import { serverAction, serverRow, viewDescription } from "../../../../src/features/nodes/serverRow";
import { createFormat } from "../../../../src/shared/format";
import { buildIdentity } from "../../../builders/identity";
import { buildServerView, failedState, readyState } from "../../../builders/serverView";

const format = createFormat("en");

function rowOf(knobs: Parameters<typeof buildServerView>[0] = {}) {
  return serverRow(buildServerView(knobs), format);
}

describe("serverRow", () => {
  it("counts the online nodes against those that have ever reported", () => {
    const row = rowOf({ presences: ["online", "offline", "neverReported"] });
    assert.equal(row.label, "Home");
    assert.equal(row.description, "1/2 · 1 offline · 1 never reported · administrator");
    assert.equal(
      row.accessibleLabel,
      "Home, 1 of 2 online, 1 offline, 1 never reported, administrator",
    );
  });

  it("does not pretend to know who is online while statuses are stale", () => {
    const row = rowOf({ presences: ["stale", "offline"] });
    assert.equal(row.description, "1 offline · administrator");
    assert.equal(
      row.accessibleLabel,
      "Home, 2 nodes, online count unknown, 1 offline, administrator",
    );
  });

  it("says that it connects before the nodes are known", () => {
    const row = rowOf({ nodesLoaded: false, state: { kind: "connecting" } });
    assert.equal(row.icon?.id, "loading~spin");
    assert.equal(row.description, "connecting…");
    assert.equal(row.accessibleLabel, "Home, connecting…");
  });

  it("says that it is not connected and since when", () => {
    const lost = rowOf({ state: failedState("unreachable"), lastKnownAge: 200_000 });
    assert.equal(lost.icon?.id, "debug-disconnect");
    assert.equal(lost.description, "not connected · 3 min");
    assert.equal(lost.accessibleLabel, "Home, 0 of 0 online, not connected · 3 min");
    const never = rowOf({ state: failedState("unreachable"), nodesLoaded: false });
    assert.equal(never.description, "not connected");
  });

  it("requires a sign-in where that is what is missing", () => {
    const row = rowOf({ state: failedState("privateSite"), nodesLoaded: false });
    assert.equal(row.icon?.id, "key");
    assert.equal(row.description, "sign in to see its nodes");
    assert.equal(row.contextValue, "server signIn");
  });

  it("does on a click what helps, while nothing stands below it to fold", () => {
    const action = (knobs: Parameters<typeof rowOf>[0]) => serverAction(buildServerView(knobs));
    const away = { state: failedState("privateSite"), nodesLoaded: false };
    assert.equal(action(away)?.command, commandIds.signIn);
    assert.deepEqual(action(away)?.arguments, [{ serverId: "https://status.example.com" }]);
    assert.equal(action({ ...away, nodesLoaded: true }), undefined);
    assert.equal(action({}), undefined);
  });

  it("says in a sentence what else is wrong", () => {
    const row = rowOf({ state: failedState("installing"), nodesLoaded: false });
    assert.equal(row.icon?.id, "warning");
    assert.match(row.description, /is not set up yet/);
  });

  it("has the sign-out command only while signed in", () => {
    const key = { kind: "apiKey", apiKey: "0123456789abcdef" } as const;
    assert.equal(rowOf().contextValue, "server");
    assert.equal(rowOf({ credential: key }).contextValue, "server signedIn");
  });

  it("shows a lost sign-in with a key, and offers both to sign in and to sign out", () => {
    const row = rowOf({
      state: readyState({ warning: "signInMissing" }),
      credential: { kind: "guest", lost: "missing" },
    });
    assert.deepEqual([row.icon?.id, row.description], ["key", "sign in to see everything"]);
    assert.equal(row.contextValue, "server signedIn signIn");
  });
});

describe("viewDescription", () => {
  it("names a single server and our role", () => {
    const guest = readyState({ identity: buildIdentity({ role: "guest" }) });
    assert.equal(viewDescription([buildServerView()], false), "Home · administrator");
    assert.equal(viewDescription([buildServerView({ state: guest })], false), "Home · guest");
  });

  it("names a server whose role is unknown alone", () => {
    const lost = buildServerView({ state: failedState("unreachable") });
    assert.equal(viewDescription([lost], false), "Home");
  });

  it("is empty where each server has a row, and where there is none", () => {
    assert.equal(viewDescription([buildServerView(), buildServerView()], false), "");
    assert.equal(viewDescription([], false), "");
  });

  it("says that the demo's data is simulated", () => {
    assert.equal(viewDescription([buildServerView()], true), "Demo data");
  });
});
