import assert from "node:assert/strict";
import { groupRow } from "../../../../src/features/nodes/groupRow";
import { type GroupBy } from "../../../../src/features/nodes/viewChoices";

const value = (text: string) => ({ kind: "value", value: text }) as const;

describe("groupRow", () => {
  it("counts the online nodes of all, and no others", () => {
    const row = groupRow(value("Edge"), "group", [
      ...(["online", "offline", "online", "neverReported", "offline"] as const),
    ]);
    assert.equal(row.label, "Edge");
    assert.equal(row.description, "2/5");
    assert.equal(row.accessibleLabel, "Edge, 2 of 5 online");
    assert.equal(row.contextValue, "group");
  });

  it("does not pretend to know who is online while statuses are stale", () => {
    const row = groupRow(value("Edge"), "group", ["stale", "offline"]);
    assert.equal(row.description, "–/2");
    assert.equal(row.accessibleLabel, "Edge, not known how many of 2 are online");
  });

  it("shows a name with blanks and line breaks on one line", () => {
    assert.equal(groupRow(value("  Edge\nlab "), "group", []).label, "Edge lab");
  });

  it("names the nodes that have none of what is grouped by", () => {
    const label = (groupBy: GroupBy) => groupRow({ kind: "rest" }, groupBy, []).label;
    assert.deepEqual(
      [label("group"), label("region"), label("tag")],
      ["No group", "No region", "No tags"],
    );
  });

  it("names the favorites", () => {
    const row = groupRow({ kind: "favorites" }, "group", ["online"]);
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
