import assert from "node:assert/strict";
import { atOnce, inTurns } from "../../../src/util/inTurns";

function* sum(...numbers: readonly number[]): Generator<undefined, number, undefined> {
  let total = 0;
  for (const number of numbers) {
    total += number;
    yield;
  }
  return total;
}

function* failing(): Generator<undefined, never, undefined> {
  yield;
  throw new RangeError("no");
}

/** Each step takes as long as a turn may. */
function* slow(onStep: () => void): Generator<undefined, string, undefined> {
  for (let step = 0; step < 3; step++) {
    const end = performance.now() + 5;
    while (performance.now() < end);
    onStep();
    yield;
  }
  return "done";
}

describe("work in steps", () => {
  it("comes to its result, at once or in turns", async () => {
    assert.equal(atOnce(sum(1, 2, 3)), 6);
    assert.equal(await inTurns(sum(1, 2, 3)), 6);
    assert.equal(await inTurns(sum()), 0);
  });

  it("fails as it does", async () => {
    assert.throws(() => atOnce(failing()), RangeError);
    await assert.rejects(inTurns(failing()), RangeError);
  });

  it("lets others have a turn when it takes long", async () => {
    const order: string[] = [];
    setImmediate(() => order.push("other"));
    assert.equal(await inTurns(slow(() => order.push("step"))), "done");
    assert.deepEqual(order, ["step", "other", "step", "step"]);
  });
});
