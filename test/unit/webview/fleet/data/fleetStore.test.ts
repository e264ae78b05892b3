import assert from "node:assert/strict";
import { type FigureChange } from "../../../../../src/shared/fleet/fleetApi";
import { noSample, trailLength } from "../../../../../src/shared/fleet/fleetFigures";
import { FleetStore } from "../../../../../webview/fleet/data/fleetStore";
import { buildFleetNode } from "../../../../builders/fleetNode";
import { buildTrouble } from "../../../../builders/nodeState";

const figures = (slot: number, cpu: number): readonly FigureChange[] => [
  { figure: "cpu", slots: Uint32Array.of(slot), values: Float64Array.of(cpu) },
];

describe("FleetStore", () => {
  it("knows nothing of a node before it is told", () => {
    const store = new FleetStore(() => 0);
    store.apply({ serverTimes: {}, nodes: [buildFleetNode(3)] });
    assert.equal(store.presence(3), "waiting");
    assert.deepEqual(store.troubles(3), []);
    assert.ok(Number.isNaN(store.figure("cpu", 3)));
    assert.ok(store.trail(3).every((percent) => percent === noSample));
  });

  it("keeps what a later update does not mention", () => {
    const store = new FleetStore(() => 0);
    const troubles = [buildTrouble("disk", 97)];
    store.apply({
      serverTimes: {},
      nodes: [buildFleetNode(200)],
      states: [{ slot: 200, presence: "online", troubles }],
      figures: figures(200, 12),
    });
    const change = store.apply({ serverTimes: {}, figures: figures(200, 13) });
    assert.equal(store.figure("cpu", 200), 13);
    assert.equal(store.presence(200), "online");
    assert.equal(store.troubles(200), troubles);
    assert.deepEqual([change.nodes, [...change.slots]], [false, [200]]);
  });

  it("tells nothing of a node that is gone when its slot is another's", () => {
    const store = new FleetStore(() => 0);
    const nodes = [buildFleetNode(0)];
    const states = [{ slot: 0, presence: "online", troubles: [] } as const];
    store.apply({ serverTimes: {}, nodes, states, figures: figures(0, 50) });
    store.stepTrails();
    store.apply({ serverTimes: {}, removed: [0] });
    assert.deepEqual([...store.slots()], []);
    store.apply({ serverTimes: {}, nodes: [buildFleetNode(0, { name: "other" })] });
    assert.ok(Number.isNaN(store.figure("cpu", 0)));
    assert.equal(store.presence(0), "waiting");
    assert.ok(store.trail(0).every((percent) => percent === noSample));
  });

  it("forgets all with a reset", () => {
    const store = new FleetStore(() => 0);
    store.apply({ serverTimes: { a: 5 }, nodes: [buildFleetNode(0)], figures: figures(0, 1) });
    store.apply({ reset: true, serverTimes: {}, nodes: [buildFleetNode(1)] });
    assert.deepEqual([...store.slots()], [1]);
    assert.ok(Number.isNaN(store.figure("cpu", 0)));
  });

  it("goes on with the time of each server", () => {
    let now = 1_000;
    const store = new FleetStore(() => now);
    store.apply({ serverTimes: { a: 50_000 } });
    now = 3_500;
    assert.equal(store.serverTime("a"), 52_500);
  });

  it("moves every trail by a step, with a gap where a node is not online", () => {
    const store = new FleetStore(() => 0);
    const states = [
      { slot: 0, presence: "online", troubles: [] },
      { slot: 1, presence: "stale", troubles: [] },
    ] as const;
    store.apply({ serverTimes: {}, nodes: [buildFleetNode(0), buildFleetNode(1)], states });
    const percents = Uint8Array.from({ length: 2 * trailLength }, (_, index) => index);
    store.apply({
      serverTimes: {},
      figures: [{ figure: "cpu", slots: Uint32Array.of(0, 1), values: Float64Array.of(99.6, 40) }],
      trails: { slots: Uint32Array.of(0, 1), percents },
    });
    store.stepTrails();
    assert.deepEqual([...store.trail(0)], [...percents.slice(1, trailLength), 100]);
    assert.deepEqual([...store.trail(1)], [...percents.slice(trailLength + 1), noSample]);
  });
});
