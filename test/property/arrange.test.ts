import assert from "node:assert/strict";
import fc from "fast-check";
import { arrange, type ArrangeInput } from "../../src/features/nodes/arrange/arrange";
import { Regions } from "../../src/features/nodes/arrange/regions";
import { healthOrder } from "../../src/features/nodes/arrange/compareNodes";
import { type NodeFacts } from "../../src/fleet/nodes/nodeFacts";
import { healthOf } from "../../src/shared/nodes/presence";
import { groupings, type SortBy, sortOrders } from "../../src/features/nodes/arrange/viewChoices";
import { compareTroubles } from "../../src/shared/nodes/trouble";
import { buildFacts } from "../builders/facts";

const regions = new Regions("en");
const word = fc.constantFrom("a", "b", " a", "A", "东京", "");
const value = fc.option(fc.constantFrom("a", "b", " a", "东京"), { nil: undefined });
const number = fc.option(fc.integer({ min: 0, max: 100 }), { nil: undefined });

const trouble = fc.record({
  kind: fc.constantFrom("cpu" as const, "disk" as const, "quota" as const, "expiry" as const),
  value: fc.integer({ min: 90, max: 100 }),
  limit: fc.constant(90),
});

const facts = fc
  .record({
    name: word,
    group: value,
    region: fc.option(fc.constantFrom("🇯🇵", "jp", " JP", "Tokyo", "🇩🇪"), { nil: undefined }),
    tags: fc.array(fc.constantFrom("x", "y")),
    weight: fc.integer({ min: -2, max: 2 }),
    online: fc.option(fc.boolean()),
    cpu: number,
    troubles: fc.array(trouble, { maxLength: 2 }),
  })
  .map(({ online, cpu, troubles, ...node }) => ({
    node,
    status: online === null ? null : { online, cpu },
    troubles: troubles.sort(compareTroubles),
  }));

const inputs: fc.Arbitrary<ArrangeInput> = fc
  .record({
    nodes: fc.array(facts, { maxLength: 12 }),
    groupBy: fc.constantFrom(...groupings),
    sortBy: fc.constantFrom(...sortOrders),
    filter: fc.constantFrom("", "a", "东京"),
    starred: fc.subarray(["0", "1", "2"]),
    offlinePosition: fc.constantFrom("last", "first", "keep"),
  })
  .map(({ nodes, groupBy, sortBy, filter, starred, offlinePosition }) => ({
    nodes: nodes.map(({ node, status, troubles }, index) =>
      buildFacts({ ...node, uuid: `${index}` }, status, troubles),
    ),
    choices: { groupBy, sortBy, filter },
    favorites: new Set(starred),
    offlinePosition,
    collator: new Intl.Collator("en"),
    regions,
  }));

function placed(input: ArrangeInput): string[] {
  const { groups, leaves } = arrange(input);
  return [...groups.flatMap((group) => group.leaves), ...leaves];
}

describe("arrange", () => {
  it("loses no node that passes the filter and invents none", () => {
    fc.assert(
      fc.property(inputs, (input) => {
        const unfiltered = { ...input, choices: { ...input.choices, filter: "" } };
        const all = new Set(input.nodes.map(({ node }) => node.uuid));
        assert.deepEqual(new Set(placed(unfiltered)), all);
        assert.equal(new Set(placed(input)).size, arrange(input).shown);
      }),
    );
  });

  it("has no empty group, no group twice, and no node twice in one", () => {
    fc.assert(
      fc.property(inputs, (input) => {
        const { groups } = arrange(input);
        const keys = groups.map(({ key }) => JSON.stringify(key));
        assert.equal(new Set(keys).size, keys.length);
        for (const { leaves } of groups) {
          assert.ok(leaves.length > 0);
          assert.equal(new Set(leaves).size, leaves.length);
        }
      }),
    );
  });

  it("is either flat or grouped", () => {
    fc.assert(
      fc.property(inputs, (input) => {
        const { groups, leaves } = arrange(input);
        assert.ok(groups.length === 0 || leaves.length === 0);
      }),
    );
  });

  it("orders the nodes of every group as it orders all of them", () => {
    fc.assert(
      fc.property(inputs, (input) => {
        const flat = { ...input.choices, groupBy: "none" } as const;
        const order = placed({ ...input, choices: flat, favorites: new Set() });
        for (const { leaves } of arrange(input).groups) {
          const inOrder = order.filter((uuid) => leaves.includes(uuid));
          assert.deepEqual(leaves, inOrder);
        }
      }),
    );
  });

  it("puts what needs attention first and what is unknown last", () => {
    const rank = ({ presence, troubles }: NodeFacts) =>
      healthOrder.indexOf(healthOf({ presence, troubles }));
    fc.assert(
      fc.property(inputs, (input) => {
        const byUuid = new Map(input.nodes.map((node) => [node.node.uuid, node]));
        const ordered = (sortBy: SortBy) => {
          const choices = { groupBy: "none", sortBy, filter: "" } as const;
          const uuids = placed({ ...input, choices, favorites: new Set() });
          return uuids.flatMap((uuid) => byUuid.get(uuid) ?? []);
        };
        const ranks = ordered("trouble").map(rank);
        assert.deepEqual(
          ranks,
          ranks.toSorted((a, b) => a - b),
        );
        for (const sortBy of ["cpu", "memory", "disk", "traffic"] as const) {
          const known = ordered(sortBy).map(
            ({ status }) =>
              status?.online === true && (sortBy !== "cpu" || status.cpu !== undefined),
          );
          assert.deepEqual(
            known,
            known.toSorted((a, b) => Number(b) - Number(a)),
            sortBy,
          );
        }
      }),
    );
  });

  it("is calm: arranging again moves nothing", () => {
    fc.assert(
      fc.property(inputs, (input) => {
        const flat = { ...input.choices, groupBy: "none" } as const;
        const order = placed({ ...input, choices: flat });
        const byUuid = new Map(input.nodes.map((node) => [node.node.uuid, node]));
        const again = order.flatMap((uuid) => byUuid.get(uuid) ?? []);
        assert.deepEqual(placed({ ...input, nodes: again, choices: flat }), order);
      }),
    );
  });
});
