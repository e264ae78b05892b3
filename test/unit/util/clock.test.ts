import assert from "node:assert/strict";
import { steadyClock, systemClock } from "../../../src/util/clock";

describe("systemClock", () => {
  it("runs a callback once its time has come, and never a disposed one", async () => {
    const ran: string[] = [];
    systemClock.setTimeout(() => ran.push("disposed"), 0).dispose();
    await new Promise<void>((resolve) => {
      systemClock.setTimeout(() => {
        ran.push("kept");
        resolve();
      }, 1);
    });
    assert.deepEqual(ran, ["kept"]);
  });

  it("tells the time of the machine", () => {
    const before = Date.now();
    const now = systemClock.now();
    assert.ok(now >= before && now <= Date.now());
  });
});

describe("steadyClock", () => {
  it("goes on from where it was when the computer's clock is set back", () => {
    let time = 100;
    const clock = steadyClock({ ...systemClock, now: () => time });
    const times = [100, 105, 50, 60, 55, 70].map((now) => {
      time = now;
      return clock.now();
    });
    assert.deepEqual(times, [100, 105, 105, 115, 115, 130]);
  });
});
