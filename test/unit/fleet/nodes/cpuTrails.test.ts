import assert from "node:assert/strict";
import { CpuTrails } from "../../../../src/fleet/nodes/cpuTrails";
import { noSample, trailLength, trailStepMs } from "../../../../src/shared/fleet/fleetFigures";

const at = (step: number) => step * trailStepMs + 1;
const known = (trail: Uint8Array) =>
  [...trail].flatMap((percent, index) =>
    percent === noSample ? [] : [[index - trailLength + 1, percent]],
  );

describe("CpuTrails", () => {
  it("has nothing of an unknown node", () => {
    assert.deepEqual(known(new CpuTrails().of("a", at(100))), []);
  });

  it("keeps the last sample of each step, with gaps between them", () => {
    const trails = new CpuTrails();
    trails.add("a", 10.4, at(100));
    trails.add("a", 20.6, at(100) + 500);
    trails.add("a", 30, at(103));
    assert.deepEqual(known(trails.of("a", at(104))), [
      [-4, 21],
      [-1, 30],
    ]);
  });

  it("forgets what is older than its length, though the ring comes round", () => {
    const trails = new CpuTrails();
    for (let step = 100; step < 110; step++) trails.add("a", step - 100, at(step));
    trails.add("a", 77, at(109 + trailLength));
    assert.deepEqual(known(trails.of("a", at(109 + trailLength))), [[0, 77]]);
    assert.deepEqual(known(trails.of("a", at(109 + 2 * trailLength))), []);
  });

  it("stays within 0 and 100", () => {
    const trails = new CpuTrails();
    trails.add("a", 250, at(5));
    trails.add("b", -3, at(5));
    assert.deepEqual(known(trails.of("a", at(5))), [[0, 100]]);
    assert.deepEqual(known(trails.of("b", at(5))), [[0, 0]]);
  });

  it("forgets a node", () => {
    const trails = new CpuTrails();
    trails.add("a", 5, at(5));
    trails.forget("a");
    assert.deepEqual(known(trails.of("a", at(5))), []);
  });
});
