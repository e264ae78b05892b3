import assert from "node:assert/strict";
import { arrange, type ArrangeInput } from "../../../../../src/features/nodes/arrange/arrange";
import { type NodeFacts } from "../../../../../src/fleet/nodes/nodeFacts";
import {
  defaultChoices,
  type ViewChoices,
} from "../../../../../src/features/nodes/arrange/viewChoices";
import { Regions } from "../../../../../src/features/nodes/arrange/regions";
import { buildFacts } from "../../../../builders/facts";
import { buildSilentNode } from "../../../../builders/node";
import { buildTrouble } from "../../../../builders/nodeState";

const regions = new Regions("en");

function arranged(
  nodes: readonly NodeFacts[],
  choices: Partial<ViewChoices> = {},
  input: Partial<ArrangeInput> = {},
) {
  return arrange({
    nodes,
    choices: { ...defaultChoices, ...choices },
    favorites: new Set(),
    offlinePosition: "last",
    collator: new Intl.Collator("en"),
    regions,
    ...input,
  });
}

/** Groups in one line each: "name: uuid uuid". */
function lines(...args: Parameters<typeof arranged>): string[] {
  return arranged(...args).groups.map(({ key, leaves }) => {
    const name =
      key.kind === "value"
        ? JSON.stringify(key.value)
        : key.kind === "presence"
          ? key.presence
          : key.kind === "health"
            ? key.health
            : key.kind === "region"
              ? `${key.code} ${key.name}`
              : key.kind;
    return `${name}: ${leaves.join(" ")}`;
  });
}

const tag = (text: string) => text;

describe("arrange: groups", () => {
  const nodes = [
    buildFacts({ uuid: "1", group: "beta" }),
    buildFacts({ uuid: "2", group: undefined }),
    buildFacts({ uuid: "3", group: "Zeta" }),
    buildFacts({ uuid: "4", group: "beta" }),
  ];

  it("are in the order of code units, as on the official page, nodes without one at the end", () => {
    assert.deepEqual(lines(nodes), ['"Zeta": 3', '"beta": 1 4', "rest: 2"]);
  });

  it("are distinguished by visible text, so that no two look alike", () => {
    const groups = ["Edge", "  Edge  ", "Edge\n", "Home lab", "Home \t lab", " \u200e "];
    const padded = groups.map((group, index) => buildFacts({ uuid: `${index}`, group }));
    assert.deepEqual(lines(padded), ['"Edge": 0 1 2', '"Home lab": 3 4', '"[U+200E]": 5']);
  });

  it("are left out when no node has one", () => {
    const plain = [buildFacts({ uuid: "1" }), buildFacts({ uuid: "2" })];
    for (const groupBy of ["group", "region", "tag"] as const) {
      const { groups, leaves } = arranged(plain, { groupBy });
      assert.deepEqual([groups, leaves], [[], ["1", "2"]]);
    }
  });

  it("hold their nodes in the chosen order", () => {
    const heavy = buildFacts({ uuid: "heavy", group: "g", weight: 9, name: "a" });
    const light = buildFacts({ uuid: "light", group: "g", weight: 1, name: "b" });
    assert.deepEqual(lines([heavy, light]), ['"g": light heavy']);
    assert.deepEqual(lines([heavy, light], { sortBy: "name" }), ['"g": heavy light']);
  });

  it("place offline nodes by the setting of the server's theme", () => {
    const off = buildFacts({ uuid: "off", group: "g" }, { online: false });
    const on = buildFacts({ uuid: "on", group: "g" });
    assert.deepEqual(lines([off, on]), ['"g": on off']);
    assert.deepEqual(lines([on, off], {}, { offlinePosition: "first" }), ['"g": off on']);
  });
});

describe("arrange: other groupings", () => {
  it("by region", () => {
    const nodes = [
      buildFacts({ uuid: "1", region: "🇯🇵" }),
      buildFacts({ uuid: "2" }),
      buildFacts({ uuid: "3", region: "🇩🇪" }),
    ];
    assert.deepEqual(lines(nodes, { groupBy: "region" }), [
      "DE Germany: 3",
      "JP Japan: 1",
      "rest: 2",
    ]);
  });

  it("by region, one group however it is written, in the order of the names", () => {
    const written = ["JP", "🇯🇵", "Tokyo", "🇺🇸", " jp ", "usa", "Germany", "United States"];
    const nodes = written.map((region, index) => buildFacts({ uuid: `${index}`, region }));
    assert.deepEqual(lines(nodes, { groupBy: "region" }), [
      "DE Germany: 6",
      "JP Japan: 0 1 4",
      '"Tokyo": 2',
      "US United States: 3 7",
      '"usa": 5',
    ]);
  });

  it("by trouble, what needs attention first", () => {
    const expiry = [buildTrouble("expiry", 3)];
    const nodes = [
      buildFacts({ uuid: "calm" }),
      buildFacts({ uuid: "expiring" }, {}, expiry),
      buildFacts(buildSilentNode({ uuid: "never" }), null),
      buildFacts({ uuid: "hot" }, {}, [buildTrouble("disk"), ...expiry]),
      buildFacts({ uuid: "offline" }, { online: false }, expiry),
    ];
    assert.deepEqual(lines(nodes, { groupBy: "trouble" }), [
      "offline: offline",
      "hot: hot",
      "expiring: expiring",
      "calm: calm",
      "neverReported: never",
    ]);
  });

  it("by tag, with a node below each of its tags, but once below a tag written twice", () => {
    const nodes = [
      buildFacts({ uuid: "1", tags: [tag("web"), tag("db")] }),
      buildFacts({ uuid: "2", tags: [tag("web"), "web"] }),
      buildFacts({ uuid: "3" }),
    ];
    const found = lines(nodes, { groupBy: "tag" });
    assert.deepEqual(found, ['"db": 1', '"web": 1 2', "rest: 3"]);
    assert.equal(arranged(nodes, { groupBy: "tag" }).shown, 3);
  });

  it("by status, troubles first, without empty groups", () => {
    const silent = buildFacts(buildSilentNode({ uuid: "never" }), null);
    const stale: NodeFacts = { ...buildFacts({ uuid: "stale" }), presence: "stale" };
    const nodes = [
      buildFacts({ uuid: "on" }),
      silent,
      stale,
      buildFacts({ uuid: "off" }, { online: false }),
    ];
    assert.deepEqual(lines(nodes, { groupBy: "status" }), [
      "offline: off",
      "stale: stale",
      "neverReported: never",
      "online: on",
    ]);
    assert.deepEqual(lines(nodes.slice(0, 1), { groupBy: "status" }), ["online: on"]);
  });

  it("by nothing: the nodes themselves", () => {
    const { groups, leaves } = arranged([buildFacts({ uuid: "1", group: "g" })], {
      groupBy: "none",
    });
    assert.deepEqual([groups, leaves], [[], ["1"]]);
  });
});

describe("arrange: favorites", () => {
  const nodes = [
    buildFacts({ uuid: "1", group: "a", weight: 1 }),
    buildFacts({ uuid: "2", group: "b", weight: 2 }),
    buildFacts({ uuid: "3", group: "b", weight: 3 }),
  ];

  it("stand on top and in their group as well", () => {
    const favorites = new Set(["3", "2"]);
    assert.deepEqual(lines(nodes, {}, { favorites }), ["favorites: 2 3", '"a": 1', '"b": 2 3']);
  });

  it("stand on top of a flat list, once", () => {
    const favorites = new Set(["3"]);
    const { leaves } = arranged(nodes, { groupBy: "none" }, { favorites });
    assert.deepEqual(leaves, ["3", "1", "2"]);
  });

  it("make no group when none is on this server or passes the filter", () => {
    assert.deepEqual(lines(nodes, {}, { favorites: new Set(["elsewhere"]) }), [
      '"a": 1',
      '"b": 2 3',
    ]);
    const others = [buildFacts({ uuid: "1", name: "alpha", group: "a" }), ...nodes.slice(1)];
    const filtered = lines(others, { filter: "alpha" }, { favorites: new Set(["3"]) });
    assert.deepEqual(filtered, ['"a": 1']);
  });
});

describe("arrange: the filter", () => {
  const nodes = [
    buildFacts({ uuid: "1", name: "tokyo", group: "a" }),
    buildFacts({ uuid: "2", name: "berlin", group: "b" }),
  ];

  it("leaves out what does not match, empty groups too, and counts the rest", () => {
    assert.deepEqual(lines(nodes, { filter: "tok" }), ['"a": 1']);
    assert.equal(arranged(nodes, { filter: "tok" }).shown, 1);
  });

  it("may leave nothing", () => {
    const none = { groups: [], leaves: [], shown: 0, total: 2 };
    assert.deepEqual(arranged(nodes, { filter: "nowhere" }), none);
  });
});
