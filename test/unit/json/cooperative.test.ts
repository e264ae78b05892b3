import assert from "node:assert/strict";
import { runSync } from "../../../src/json/cooperative";
import { runCooperatively } from "../../../src/util/cooperative";

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

describe("runSync and runCooperatively", () => {
  it("return the result of the generator", async () => {
    assert.equal(runSync(sum(1, 2, 3)), 6);
    assert.equal(await runCooperatively(sum(1, 2, 3)), 6);
    assert.equal(await runCooperatively(sum()), 0);
  });

  it("fail with the error of the generator", async () => {
    assert.throws(() => runSync(failing()), RangeError);
    await assert.rejects(runCooperatively(failing()), RangeError);
  });

  it("runCooperatively yields to the event loop during long work", async () => {
    const order: string[] = [];
    setImmediate(() => order.push("other"));
    assert.equal(await runCooperatively(slow(() => order.push("step"))), "done");
    assert.deepEqual(order, ["step", "other", "step", "step"]);
  });
});
