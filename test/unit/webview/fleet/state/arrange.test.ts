import assert from "node:assert/strict";
import { defaultChoices, type FleetView } from "../../../../../src/shared/fleet/fleetChoices";
import { arrange } from "../../../../../webview/fleet/state/arrange";
import { NodeSorter } from "../../../../../webview/fleet/state/sortNodes";
import { buildTrouble } from "../../../../builders/nodeState";
import { fleetSource, type GivenNode } from "./fleetSource";

const collator = new Intl.Collator("en", { numeric: true, sensitivity: "base" });

function arranged(
  given: readonly GivenNode[],
  view: Partial<FleetView>,
  folded: readonly string[] = [],
) {
  const source = fleetSource(given);
  const sorter = new NodeSorter(source, collator);
  const choices = { ...defaultChoices, groupBy: "none", ...view } as const;
  return arrange(source, sorter, choices, new Set(folded), collator);
}

const namesOf = (given: readonly GivenNode[], view: Partial<FleetView>) =>
  arranged(given, view).shown.map((slot) => given[slot]?.name);

describe("arrange: order", () => {
  const cpu = (value: number | undefined) =>
    value === undefined ? {} : { figures: { cpu: value } };

  it("is the server's own at first: by weight, then by name, numbers as numbers", () => {
    const given = [
      { name: "web-10", weight: 2 },
      { name: "web-9", weight: 2 },
      { name: "a", weight: 3 },
      { name: "z", weight: 1 },
    ];
    assert.deepEqual(namesOf(given, {}), ["z", "web-9", "web-10", "a"]);
  });

  it("has unknown numbers last in both directions, also of nodes that are offline", () => {
    const given = [
      { name: "unknown" },
      { name: "low", ...cpu(5) },
      { name: "offline", presence: "offline", ...cpu(90) } as const,
      { name: "high", ...cpu(80) },
    ];
    const by = (descending: boolean) => namesOf(given, { sort: [{ column: "cpu", descending }] });
    assert.deepEqual(by(true), ["high", "low", "offline", "unknown"]);
    assert.deepEqual(by(false), ["low", "high", "offline", "unknown"]);
  });

  it("keeps rows in place that show the same percent", () => {
    const given = [
      { name: "a", ...cpu(12.1) },
      { name: "b", ...cpu(12.4) },
    ];
    assert.deepEqual(namesOf(given, { sort: [{ column: "cpu", descending: true }] }), ["a", "b"]);
  });

  it("goes by several keys, and by upload where that was chosen", () => {
    const given = [
      { name: "a", group: "x", figures: { networkIn: 9, networkOut: 1 } },
      { name: "b", group: "y", figures: { networkIn: 5, networkOut: 2 } },
      { name: "c", group: "x", figures: { networkIn: 1, networkOut: 3 } },
    ];
    const sort = [
      { column: "group", descending: false },
      { column: "network", upload: true, descending: true },
    ] as const;
    assert.deepEqual(namesOf(given, { sort }), ["c", "a", "b"]);
  });
});

describe("arrange: filter", () => {
  const given = [
    { name: "web-1", group: "Edge", tags: ["cn2"] },
    { name: "web-2", remark: "Edge of the world" },
    { name: "db", ipv4: "192.0.2.7", troubles: [buildTrouble("disk", 99)] },
  ];

  it("takes nodes in which all words occur, whatever they are in", () => {
    assert.deepEqual(namesOf(given, { filter: "edge WEB" }), ["web-1", "web-2"]);
    assert.deepEqual(namesOf(given, { filter: "192.0.2" }), ["db"]);
  });

  it("leaves what chips count as it is when a chip is on", () => {
    const { found, shown } = arranged(given, { filter: "e", state: "trouble" });
    assert.deepEqual([found.length, shown.length], [2, 0]);
  });

  it("narrows down to tags", () => {
    assert.deepEqual(namesOf(given, { narrowedTo: [{ by: "tag", value: "cn2" }] }), ["web-1"]);
  });
});

describe("arrange: groups", () => {
  const given = [
    { name: "a", group: "Edge", tags: ["x", "y"], presence: "offline" },
    { name: "b" },
    { name: "c", group: "backup", tags: ["x"] },
    { name: "d", group: "Edge" },
  ] as const satisfies readonly GivenNode[];
  const rows = (view: Partial<FleetView>, folded: readonly string[] = []) =>
    arranged(given, view, folded).rows.map((row) =>
      row.kind === "group" ? `${row.group.label}:` : given[row.slot]?.name,
    );

  it("stand as in the tree, the rest last", () => {
    const expected = ["Edge:", "a", "d", "backup:", "c", "No group:", "b"];
    assert.deepEqual(rows({ groupBy: "group" }), expected);
  });

  it("show no nodes while they are folded", () => {
    assert.deepEqual(rows({ groupBy: "group" }, ["Edge"]), [
      ...["Edge:", "backup:", "c", "No group:", "b"],
    ]);
  });

  it("have a node with several tags in each of them", () => {
    const expected = ["x:", "a", "c", "y:", "a", "No tags:", "b", "d"];
    assert.deepEqual(rows({ groupBy: "tag" }), expected);
  });

  it("of states have the worst first", () => {
    assert.deepEqual(rows({ groupBy: "state" }), ["Offline:", "a", "Calm:", "b", "c", "d"]);
  });
});
