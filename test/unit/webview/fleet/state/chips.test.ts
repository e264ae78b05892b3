import assert from "node:assert/strict";
import {
  countNarrowings,
  countStates,
  isAmong,
  isInState,
} from "../../../../../webview/fleet/state/chips";
import { buildTrouble } from "../../../../builders/nodeState";
import { fleetSource } from "./fleetSource";

const hot = buildTrouble("disk", 97);
const expiring = buildTrouble("expiry", 3);

describe("countStates", () => {
  it("counts a node that is hot and expires in both, and a stale one in none", () => {
    const source = fleetSource([
      {},
      { troubles: [hot, expiring] },
      { presence: "offline", troubles: [expiring] },
      { presence: "stale", troubles: [hot] },
      { presence: "neverReported" },
      { presence: "waiting" },
    ]);
    assert.deepEqual(countStates(source, source.slots()), {
      all: 6,
      online: 2,
      trouble: 1,
      offline: 1,
      neverReported: 1,
      expiring: 2,
    });
  });
});

describe("isInState", () => {
  it("is attention for what is offline, over a threshold, or expires", () => {
    const source = fleetSource([
      {},
      { troubles: [hot] },
      { presence: "offline" },
      { presence: "neverReported", troubles: [expiring] },
      { presence: "neverReported" },
      { presence: "stale", troubles: [hot] },
    ]);
    const found = source.slots().filter((slot) => isInState(source, slot, "attention"));
    assert.deepEqual(found, [1, 2, 3, 5]);
  });
});

describe("countNarrowings", () => {
  const source = fleetSource([
    { tags: ["cn2", "storage"], group: "Edge" },
    { tags: ["cn2"], group: "Edge" },
    { tags: ["cn2", "rare"], group: "Edge" },
    { tags: [], group: "Home" },
  ]);
  const all = source.slots();
  const values = (...args: Parameters<typeof countNarrowings>) =>
    countNarrowings(...args).map(({ by, value, count }) => `${by} ${value} ${count}`);

  it("offers the two tags that most nodes have", () => {
    assert.deepEqual(values(source, all, all, []), ["tag cn2 3", "tag rare 1"]);
  });

  it("counts only what passes the filter, and stays in place", () => {
    assert.deepEqual(values(source, all, [1], []), ["tag cn2 1", "tag rare 0"]);
  });

  it("keeps what is chosen, and fills up with the rest", () => {
    const chosen = [{ by: "group", value: "Home" }] as const;
    assert.deepEqual(values(source, all, all, chosen), ["group Home 1", "tag cn2 3"]);
  });

  it("takes groups where there are no tags, and nothing that all nodes have", () => {
    const plain = fleetSource([{ group: "Edge" }, { group: "Edge" }, { group: "Home" }]);
    assert.deepEqual(values(plain, [0, 1, 2], [0, 1, 2], []), ["group Edge 2", "group Home 1"]);
    const same = fleetSource([{ tags: ["x"] }, { tags: ["x"] }]);
    assert.deepEqual(values(same, [0, 1], [0, 1], []), []);
  });
});

describe("isAmong", () => {
  const node = { group: "Edge", tags: ["cn2"] };
  it("takes any of the tags and any of the groups, but one of each kind that is chosen", () => {
    const [cn2, storage] = [
      { by: "tag", value: "cn2" } as const,
      { by: "tag", value: "x" } as const,
    ];
    const [edge, home] = [
      { by: "group", value: "Edge" } as const,
      { by: "group", value: "H" } as const,
    ];
    assert.equal(isAmong(node, []), true);
    assert.equal(isAmong(node, [cn2, storage]), true);
    assert.equal(isAmong(node, [storage]), false);
    assert.equal(isAmong(node, [cn2, edge, home]), true);
    assert.equal(isAmong(node, [cn2, home]), false);
  });
});
