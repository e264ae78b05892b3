import assert from "node:assert/strict";
import { fleetKey, fleetSubjectIn, fleetTitle } from "../../../../src/features/fleet/fleetSubject";
import { fleetSubjectOf } from "../../../../src/features/fleet/registerFleetCommands";

describe("fleetSubjectIn", () => {
  it("finds what fleetKey has made, and nothing else", () => {
    for (const subject of [{}, { serverId: "https://a" }, { serverId: "https://a", group: "x" }]) {
      assert.deepEqual(fleetSubjectIn({ key: fleetKey(subject) }), subject);
    }
    for (const state of [
      undefined,
      {},
      { key: 1 },
      { key: "[]" },
      { key: "[1,2]" },
      { key: "{" },
    ]) {
      assert.equal(fleetSubjectIn(state), undefined);
    }
  });
});

describe("fleetTitle", () => {
  it("names the server or the group", () => {
    const nameOf = (id: string) => (id === "https://a" ? "Home" : undefined);
    assert.equal(fleetTitle({}, nameOf), "Fleet");
    assert.equal(fleetTitle({ serverId: "https://a" }, nameOf), "Fleet: Home");
    assert.equal(fleetTitle({ serverId: "https://a", group: "Edge" }, nameOf), "Fleet: Edge");
  });
});

describe("fleetSubjectOf", () => {
  it("is of a server's row, of the row of one of its groups, or of all", () => {
    assert.deepEqual(fleetSubjectOf(undefined), {});
    assert.deepEqual(fleetSubjectOf({ kind: "server", serverId: "s" }), { serverId: "s" });
    const key = { kind: "value", value: "Edge" };
    const group = { kind: "group", serverId: "s", key };
    assert.deepEqual(fleetSubjectOf(group), { serverId: "s", group: "Edge" });
  });
});
