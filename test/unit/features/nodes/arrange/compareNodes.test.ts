import assert from "node:assert/strict";
import { compareBy } from "../../../../../src/features/nodes/arrange/compareNodes";
import { type NodeFacts } from "../../../../../src/fleet/nodes/nodeFacts";
import { type SortBy } from "../../../../../src/features/nodes/arrange/viewChoices";
import { type Trouble } from "../../../../../src/shared/nodes/trouble";
import { type NodeStatus, type OfflinePosition } from "../../../../../src/komari/model/model";
import { buildFacts } from "../../../../builders/facts";
import { buildSilentNode } from "../../../../builders/node";
import { buildTrouble } from "../../../../builders/nodeState";

const collator = new Intl.Collator("en", { numeric: true, sensitivity: "base" });

function sorted(facts: readonly NodeFacts[], by: SortBy, offline: OfflinePosition = "last") {
  return facts.toSorted(compareBy(by, offline, collator)).map(({ node }) => node.uuid);
}

const unknown = (uuid: string) => buildFacts({ uuid, name: uuid }, null);

describe("compareBy: the server's order", () => {
  const heavy = buildFacts({ uuid: "heavy", weight: 5 });
  const light = buildFacts({ uuid: "light", weight: -5 });
  const offline = buildFacts({ uuid: "offline", weight: -9 }, { online: false });
  const silent = buildFacts({ uuid: "silent", weight: -8 }, null);
  const all = [offline, heavy, silent, light];

  it("is online first, then by weight, as on the official page", () => {
    assert.deepEqual(sorted(all, "server"), ["light", "heavy", "offline", "silent"]);
  });

  it("follows the theme's setting that puts offline nodes first", () => {
    assert.deepEqual(sorted(all, "server", "first"), ["offline", "silent", "light", "heavy"]);
  });

  it("follows the theme's setting that keeps offline nodes in place", () => {
    assert.deepEqual(sorted(all, "server", "keep"), ["offline", "silent", "light", "heavy"]);
    const between = buildFacts({ uuid: "between", weight: 0 }, { online: false });
    assert.deepEqual(sorted([heavy, between, light], "server", "keep"), [
      "light",
      "between",
      "heavy",
    ]);
  });

  it("leaves equal weights as the server sent them", () => {
    const nodes = ["c", "a", "b"].map((uuid) => buildFacts({ uuid, name: uuid, weight: 1 }));
    assert.deepEqual(sorted(nodes, "server"), ["c", "a", "b"]);
  });

  it("does not move a node whose server is disconnected", () => {
    const stale: NodeFacts = { ...light, presence: "stale" };
    assert.deepEqual(sorted([heavy, stale], "server"), ["light", "heavy"]);
  });
});

describe("compareBy: names", () => {
  it("sorts as people read: numbers by value, case aside", () => {
    const names = ["web-10", "Web-2", "alpha"];
    const nodes = names.map((name) => buildFacts({ uuid: name, name }));
    assert.deepEqual(sorted(nodes, "name"), ["alpha", "Web-2", "web-10"]);
  });

  it("puts nodes without a name last", () => {
    const nodes = ["", "zulu", "alpha"].map((name) => buildFacts({ uuid: name, name }));
    assert.deepEqual(sorted(nodes, "name"), ["alpha", "zulu", ""]);
  });
});

describe("compareBy: live values", () => {
  it("puts the busiest processor first and unknown ones last", () => {
    const nodes = [
      unknown("u"),
      buildFacts({ uuid: "idle" }, { cpu: 0 }),
      buildFacts({ uuid: "busy" }, { cpu: 90 }),
      buildFacts({ uuid: "mid" }, { cpu: 50 }),
    ];
    assert.deepEqual(sorted(nodes, "cpu"), ["busy", "mid", "idle", "u"]);
  });

  it("compares memory by share, not by bytes", () => {
    const nodes = [
      unknown("u"),
      buildFacts({ uuid: "large", memoryTotal: 1_000 }, { memory: 300 }),
      buildFacts({ uuid: "small", memoryTotal: 100 }, { memory: 80 }),
      buildFacts({ uuid: "none", memoryTotal: 100 }, { memory: 0 }),
    ];
    assert.deepEqual(sorted(nodes, "memory"), ["small", "large", "none", "u"]);
  });

  it("compares disks by share, not by bytes", () => {
    const nodes = [
      buildFacts({ uuid: "large", diskTotal: 1_000 }, { disk: 300 }),
      unknown("u"),
      buildFacts({ uuid: "small", diskTotal: 100 }, { disk: 80 }),
    ];
    assert.deepEqual(sorted(nodes, "disk"), ["small", "large", "u"]);
  });

  it("compares traffic as up and down together", () => {
    const nodes = [
      unknown("u"),
      buildFacts({ uuid: "down" }, { totalUp: 0, totalDown: 10 }),
      buildFacts({ uuid: "both" }, { totalUp: 6, totalDown: 6 }),
      buildFacts({ uuid: "fresh" }, { totalUp: 0, totalDown: 0 }),
    ];
    assert.deepEqual(sorted(nodes, "traffic"), ["both", "down", "fresh", "u"]);
  });

  it("does not shuffle rows that show the same percents", () => {
    const first = buildFacts({ uuid: "1", name: "a" }, { cpu: 12.1 });
    const second = buildFacts({ uuid: "2", name: "b" }, { cpu: 12.4 });
    assert.deepEqual(sorted([second, first], "cpu"), ["1", "2"]);
  });

  it("distinguishes 0%, 100% and more from values close to them, as rows do", () => {
    const values = [0, 100, 99.7, 0.3, 100.2];
    const nodes = values.map((cpu) => buildFacts({ uuid: `${cpu}`, name: "same" }, { cpu }));
    assert.deepEqual(sorted(nodes, "cpu"), ["100.2", "100", "99.7", "0.3", "0"]);
  });
});

describe("compareBy: nodes that are not online", () => {
  const busy = { cpu: 99, memory: 8e9, disk: 1e11, totalUp: 1e12, totalDown: 1e12 };
  const idle = { cpu: 1, memory: 1, disk: 1, totalUp: 1, totalDown: 1 };
  const orders = ["cpu", "memory", "disk", "traffic"] as const;

  it("come last in every order by live values, whatever they last reported", () => {
    const nodes = [
      buildFacts({ uuid: "offline", name: "a" }, { ...busy, online: false }),
      unknown("silent"),
      buildFacts({ uuid: "idle" }, idle),
    ];
    for (const by of orders) assert.deepEqual(sorted(nodes, by), ["idle", "offline", "silent"], by);
  });

  it("keep their places while the server is disconnected", () => {
    const stale = (uuid: string, status: Partial<NodeStatus>): NodeFacts => ({
      ...buildFacts({ uuid, name: uuid }, status),
      presence: "stale",
    });
    const nodes = [
      stale("offline", { ...busy, online: false }),
      stale("idle", idle),
      stale("busy", busy),
    ];
    for (const by of orders) assert.deepEqual(sorted(nodes, by), ["busy", "idle", "offline"], by);
  });
});

describe("compareBy: trouble", () => {
  const at = (uuid: string, ...troubles: readonly Trouble[]) => buildFacts({ uuid }, {}, troubles);

  it("is offline, hot, expiring, calm, never reported", () => {
    const nodes = [
      buildFacts(buildSilentNode({ uuid: "never" }), null),
      at("calm"),
      at("expiring", buildTrouble("expiry", 1)),
      at("hot", buildTrouble("loss", 21, 20)),
      buildFacts({ uuid: "offline" }, { online: false }),
    ];
    assert.deepEqual(sorted(nodes, "trouble"), ["offline", "hot", "expiring", "calm", "never"]);
  });

  it("puts the worst first, use before quota and loss, and the soonest to expire", () => {
    const nodes = [
      at("loss", buildTrouble("loss", 100, 20)),
      at("quota", buildTrouble("quota", 120)),
      at("memory", buildTrouble("memory", 94)),
      at("disk", buildTrouble("disk", 97)),
      at("later", buildTrouble("expiry", 5)),
      at("expired", buildTrouble("expiry", -3)),
    ];
    assert.deepEqual(sorted(nodes, "trouble"), [
      "disk",
      "memory",
      "quota",
      "loss",
      "expired",
      "later",
    ]);
  });

  it("puts the latest to go offline first, and those of unknown age last", () => {
    const gone = (uuid: string, time: number | undefined) =>
      buildFacts({ uuid }, { online: false, time });
    const nodes = [gone("unknown", undefined), gone("old", 1_000), gone("new", 2_000)];
    assert.deepEqual(sorted(nodes, "trouble"), ["new", "old", "unknown"]);
  });

  it("leaves calm nodes in the server's order", () => {
    const nodes = [buildFacts({ uuid: "b", weight: 2 }), buildFacts({ uuid: "a", weight: 1 })];
    assert.deepEqual(sorted(nodes, "trouble"), ["a", "b"]);
  });

  it("is stable while reasons differ by less than is shown", () => {
    const nodes = [
      buildFacts({ uuid: "a", weight: 1 }, {}, [buildTrouble("disk", 95.1)]),
      buildFacts({ uuid: "b", weight: 2 }, {}, [buildTrouble("disk", 95.2)]),
    ];
    assert.deepEqual(sorted(nodes, "trouble"), ["a", "b"]);
  });
});

describe("compareBy: trouble of offline nodes", () => {
  it("is one order, whichever way the nodes came", () => {
    const offline = (uuid: string, weight: number, ...troubles: readonly Trouble[]) =>
      buildFacts({ uuid, weight }, { online: false }, troubles);
    const nodes = [
      offline("calm", 0),
      offline("expiring", 0, buildTrouble("expiry", 3)),
      offline("sooner", 1, buildTrouble("expiry", 1)),
    ];
    for (const came of [nodes, nodes.toReversed()]) {
      assert.deepEqual(sorted(came, "trouble"), ["sooner", "expiring", "calm"]);
    }
  });
});

describe("compareBy: expiry", () => {
  it("is the soonest first, then long terms, then nodes without a date", () => {
    const at = (time: number) => ({ kind: "at", time }) as const;
    const nodes = [
      buildFacts({ uuid: "none", expiry: undefined }),
      buildFacts({ uuid: "long", expiry: { kind: "longTerm" } }),
      buildFacts({ uuid: "later", expiry: at(2_000) }),
      buildFacts({ uuid: "expired", expiry: at(1_000) }),
    ];
    assert.deepEqual(sorted(nodes, "expiry"), ["expired", "later", "long", "none"]);
  });
});
