import assert from "node:assert/strict";
import fc from "fast-check";
import { type PartSource } from "../../src/fleet/nodes/statusResponse";
import { NodeStore } from "../../src/fleet/nodes/nodeStore";
import { countPresences } from "../../src/shared/nodes/presence";
import { buildNode } from "../builders/node";
import { buildStatus, statusMap } from "../builders/status";

const uuids = ["a", "b", "c", "d", "e"];
const start = Date.UTC(2026, 0, 1);
const gib = 1024 ** 3;

const some = fc.subarray(uuids);

/** Statuses of some nodes: some are offline, some over a threshold. */
const statuses = fc.tuple(some, some, some).map(([known, offline, full]) =>
  statusMap(
    ...known.map((uuid) =>
      buildStatus({
        uuid,
        online: !offline.includes(uuid),
        disk: full.includes(uuid) ? 97 * gib : gib,
      }),
    ),
  ),
);

type Step = (store: NodeStore, now: number) => unknown;

const step: fc.Arbitrary<Step> = fc.oneof(
  fc
    .tuple(
      fc.option(some, { nil: undefined }),
      statuses,
      fc.constantFrom<PartSource>("statuses", "statusesWithoutPings", "reports"),
    )
    .map(([requested, found, source]): Step => (store, now) => {
      return store.setStatuses({ uuids: requested, statuses: found, source }, now);
    }),
  some.map(
    (listed): Step =>
      (store) =>
        store.setNodes(listed.map((uuid) => buildNode({ uuid }))),
  ),
  fc.constant<Step>((store) => store.setStale()),
  fc.nat(120_000).map(
    (age): Step =>
      (store, now) =>
        store.expire(now - age),
  ),
  fc.constantFrom(undefined, 90, 99).map(
    (disk): Step =>
      (store) =>
        store.setThresholds(disk === undefined ? {} : { disk }),
  ),
);

describe("NodeStore", () => {
  it("counts incrementally with the same result as counting all nodes", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(step, fc.nat(30_000)), { maxLength: 30 }), (steps) => {
        const store = new NodeStore();
        let now = start;
        for (const [apply, pause] of steps) {
          apply(store, now);
          now += pause;
          const all = [...store.nodes.keys()].map((uuid) => {
            const presence = store.presence(uuid);
            assert.ok(presence !== undefined, "every node has a presence");
            return { presence, troubles: store.troubles(uuid) };
          });
          assert.deepEqual(store.counts(), countPresences(all));
        }
      }),
    );
  });

  it("has no node online without a status, and reports every change of presence", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(step, fc.nat(30_000)), { maxLength: 30 }), (steps) => {
        const store = new NodeStore();
        let now = start;
        for (const [apply, pause] of steps) {
          const before = new Map(uuids.map((uuid) => [uuid, store.presence(uuid)]));
          const result = apply(store, now);
          now += pause;
          const change = changeIn(result);
          for (const uuid of uuids) {
            const presence = store.presence(uuid);
            if (presence === "online") assert.equal(store.status(uuid)?.online, true);
            if (presence !== before.get(uuid)) assert.ok(change.presence && change.uuids.has(uuid));
          }
        }
      }),
    );
  });
});

interface Reported {
  readonly presence: boolean;
  readonly uuids: ReadonlySet<string>;
}

function changeIn(result: unknown): Reported {
  const { change = result } = result as { readonly change?: unknown };
  return change as Reported;
}
