import assert from "node:assert/strict";
import { runCampaign, type Stopwatch } from "../fuzz/campaign";
import { type Target, target } from "../fuzz/target";
import { allTargets } from "../fuzz/targets/all";
import { type Sequence } from "../simulator/random";

/** Numbers from 0 to 9, of which 7 is the one that breaks it. */
function breaksAtSeven(fail: () => void | Promise<void>): Target {
  return target(
    "planted",
    (random: Sequence) => random.int(0, 9),
    (input) => (input === 7 ? fail() : undefined),
  );
}

/** Goes on only by what is done. */
let time = 0;
const stopwatch: Stopwatch = { now: () => time, worked: () => time };

describe("Fuzzer", () => {
  const faults: readonly (readonly [name: string, fail: () => void | Promise<void>, RegExp])[] = [
    ["a throw", () => assert.fail("planted"), /planted/],
    ["a rejection", () => Promise.reject(new Error("planted")), /planted/],
    ["time without bounds", () => void (time += 1000), /it takes \d+ ms/],
    [
      "a polluted prototype",
      () => void Object.defineProperty(Object.prototype, "planted", { configurable: true }),
      /a prototype got planted/,
    ],
  ];
  for (const [name, fail, reason] of faults) {
    it(`finds ${name}, and repeats the same input`, async () => {
      const planted = breaksAtSeven(fail);
      const { failure } = await runCampaign(planted, { seed: 1, count: 200, stopwatch });
      assert.ok(failure !== undefined);
      assert.match(failure.reason, reason);
      assert.equal(failure.input, "7");
      const once = { seed: 1, count: 1, from: failure.index, stopwatch };
      const again = await runCampaign(planted, once);
      assert.equal(again.failure?.input, "7");
      assert.ok(!("planted" in {}));
    });
  }

  it("has targets of different names", () => {
    assert.equal(new Set(allTargets.map(({ name }) => name)).size, allTargets.length);
  });

  for (const each of allTargets) {
    it(`finds nothing in 500 inputs to ${each.name}`, async () => {
      const { failure } = await runCampaign(each, { seed: 1, count: 500, stopwatch });
      assert.equal(failure, undefined, `${failure?.reason}\n${failure?.input}`);
    });
  }
});
