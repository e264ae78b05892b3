import assert from "node:assert/strict";
import { SleepDetector } from "../../../src/platform/sleepDetector";
import { FakeClock } from "../../builders/fakeClock";

function setUp() {
  const clock = new FakeClock();
  const seen = { wakes: 0 };
  const detector = new SleepDetector(clock, () => (seen.wakes += 1));
  return { clock, seen, detector };
}

describe("SleepDetector", () => {
  it("notices a sleep within 5 s of its end, once", () => {
    const { clock, seen, detector } = setUp();
    detector.start();
    clock.advance(62_000);
    assert.equal(seen.wakes, 0);
    clock.sleep(8 * 3_600_000);
    clock.advance(5_000);
    assert.equal(seen.wakes, 1);
    clock.advance(60_000);
    assert.equal(seen.wakes, 1);
  });

  it("does not take a busy computer, or a clock that is set, for a sleep", () => {
    const { clock, seen, detector } = setUp();
    detector.start();
    clock.sleep(9_000);
    clock.setWallClock(3_600_000);
    clock.advance(20_000);
    assert.equal(seen.wakes, 0);
  });

  it("holds one timer, and none once it is stopped", () => {
    const { clock, detector } = setUp();
    detector.start();
    detector.start();
    assert.equal(clock.pending, 1);
    detector.stop();
    assert.equal(clock.pending, 0);
  });
});
