import assert from "node:assert/strict";
import { groupRow } from "../../../../../src/features/nodes/rows/groupRow";
import { type GroupBy } from "../../../../../src/features/nodes/arrange/viewChoices";
import { buildTrouble, calmNodes } from "../../../../builders/nodeState";

const value = (text: string) => ({ kind: "value", value: text }) as const;

describe("groupRow", () => {
  it("counts the online nodes against those that have ever reported", () => {
    const nodes = calmNodes("online", "offline", "online", "neverReported", "offline");
    const row = groupRow(value("Edge"), "group", nodes);
    assert.equal(row.label, "Edge");
    assert.equal(row.description, "2/4 · 2 offline · 1 never reported");
    assert.equal(row.accessibleLabel, "Edge, 2 of 4 online, 2 offline, 1 never reported");
    assert.equal(row.contextValue, "group");
  });

  it("names what needs attention, a node over several thresholds once", () => {
    const row = groupRow(value("Edge"), "group", [
      { presence: "online", troubles: [buildTrouble("disk"), buildTrouble("expiry", 3)] },
      { presence: "online", troubles: [buildTrouble("memory"), buildTrouble("cpu")] },
      { presence: "offline", troubles: [buildTrouble("expiry", -2)] },
    ]);
    assert.equal(row.description, "2/3 · 1 offline · 2 hot · 2 expiring");
    assert.equal(
      row.accessibleLabel,
      "Edge, 2 of 3 online, 1 offline, 2 over a threshold, 2 expiring",
    );
  });

  it("counts nothing where no node has ever reported", () => {
    assert.equal(
      groupRow(value("Edge"), "group", calmNodes("neverReported")).description,
      "1 never reported",
    );
    assert.equal(groupRow(value("Edge"), "group", []).description, "0/0");
  });

  it("does not pretend to know who is online while statuses are stale", () => {
    const row = groupRow(value("Edge"), "group", calmNodes("stale", "offline"));
    assert.equal(row.description, "1 offline");
    assert.equal(row.accessibleLabel, "Edge, 2 nodes, online count unknown, 1 offline");
  });

  it("shows a region by its flag and name", () => {
    const key = { kind: "region", code: "JP", name: "Japan" } as const;
    const row = groupRow(key, "region", calmNodes("online"));
    assert.deepEqual([row.label, row.icon?.emoji], ["Japan", "🇯🇵"]);
    assert.equal(groupRow({ kind: "rest" }, "region", []).icon?.id, "globe");
  });

  it("names what nodes are in trouble for, with their icon, and counts them only", () => {
    const nodes = calmNodes("online", "online");
    const row = groupRow({ kind: "health", health: "hot" }, "trouble", nodes);
    assert.deepEqual([row.label, row.description], ["Over a threshold", "2"]);
    assert.equal(row.accessibleLabel, "Over a threshold, 2 nodes");
    assert.deepEqual(row.icon, { id: "warning", color: "list.warningForeground" });
  });

  it("names the nodes that have none of what is grouped by", () => {
    const label = (groupBy: GroupBy) => groupRow({ kind: "rest" }, groupBy, []).label;
    assert.deepEqual(
      [label("group"), label("region"), label("tag")],
      ["No group", "No region", "No tags"],
    );
  });

  it("names the favorites", () => {
    const row = groupRow({ kind: "favorites" }, "group", calmNodes("online"));
    assert.equal(row.label, "Favorites");
    assert.equal(row.icon?.id, "star-full");
  });

  it("names a state as its nodes are named, with their icon", () => {
    const row = groupRow({ kind: "presence", presence: "neverReported" }, "status", []);
    assert.equal(row.label, "Never reported");
    assert.deepEqual(row.icon, { id: "circle-outline", color: "disabledForeground" });
  });

  it("shows by its icon what is grouped by", () => {
    const icons = (["group", "region", "tag"] as const).map(
      (groupBy) => groupRow(value("x"), groupBy, []).icon?.id,
    );
    assert.equal(new Set(icons).size, 3);
  });
});
