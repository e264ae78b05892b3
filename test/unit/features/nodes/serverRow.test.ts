import assert from "node:assert/strict";
import { serverRow } from "../../../../src/features/nodes/serverRow";
import { buildServerView, failedState } from "../../../builders/serverView";

describe("serverRow", () => {
  it("counts the online nodes against those that have ever reported", () => {
    const row = serverRow(buildServerView({ presences: ["online", "offline", "neverReported"] }));
    assert.equal(row.label, "Home");
    assert.equal(row.description, "1/2 · 1 offline · 1 never reported");
    assert.equal(row.accessibleLabel, "Home, 1 of 2 online, 1 offline, 1 never reported");
  });

  it("does not pretend to know who is online while statuses are stale", () => {
    const row = serverRow(buildServerView({ presences: ["stale", "offline"] }));
    assert.equal(row.description, "1 offline");
    assert.equal(row.accessibleLabel, "Home, not known how many of 2 are online, 1 offline");
  });

  it("counts nothing before the nodes are known", () => {
    const row = serverRow(buildServerView({ described: false, state: { kind: "connecting" } }));
    assert.equal(row.description, "");
    assert.equal(row.accessibleLabel, "Home");
  });

  it("warns by icon and by word of a server that is not connected", () => {
    const well = serverRow(buildServerView());
    const lost = serverRow(buildServerView({ state: failedState("unreachable") }));
    assert.equal(lost.icon?.id, "warning");
    assert.notEqual(well.icon?.id, lost.icon.id);
    assert.equal(lost.accessibleLabel, "Home, 0 of 0 online, not connected");
  });

  it("offers to sign out only where somebody is signed in", () => {
    const guest = serverRow(buildServerView());
    const key = { kind: "apiKey", apiKey: "0123456789abcdef" } as const;
    assert.equal(guest.contextValue, "server");
    assert.equal(serverRow(buildServerView({ credential: key })).contextValue, "server signedIn");
  });
});
