import assert from "node:assert/strict";
import { pause } from "../../../src/util/pause";
import { FakeClock } from "../../builders/fakeClock";

/** Whether the promise has settled once all promises have gone on. */
async function isOver(promise: Promise<void>): Promise<boolean> {
  let over = false;
  void promise.then(() => (over = true));
  await new Promise((resolve) => setImmediate(resolve));
  return over;
}

describe("pause", () => {
  it("ends after its time", async () => {
    const clock = new FakeClock();
    const pausing = pause(clock, 1000);
    clock.advance(999);
    assert.equal(await isOver(pausing), false);
    clock.advance(1);
    assert.equal(await isOver(pausing), true);
  });

  it("ends at once when its signal aborts, leaving no timer or listener", async () => {
    const clock = new FakeClock();
    const controller = new AbortController();
    const pausing = pause(clock, 1000, controller.signal);
    controller.abort();
    assert.equal(await isOver(pausing), true);
    assert.equal(await isOver(pause(clock, 1000, controller.signal)), true);
    assert.equal(clock.pending, 0);
  });
});
