import assert from "node:assert/strict";
import { monotonicTime, systemClock } from "../../../src/util/clock";

const hourMs = 3_600_000;

/** A computer that has been running for a day; its uptime is to the second. */
function createComputer() {
  let [wall, awake, uptime, readings] = [Date.UTC(2026, 0, 1), 86_400_000.25, 86_400_000, 0];
  const now = monotonicTime({
    wall: () => wall,
    awake: () => awake,
    uptime: () => {
      readings += 1;
      return Math.floor(uptime / 1000) * 1000;
    },
  });
  const start = now();
  return {
    elapsed: () => now() - start,
    readings: () => readings,
    run: (ms: number) => {
      wall += ms;
      awake += ms;
      uptime += ms;
    },
    sleep: (ms: number) => {
      wall += ms;
      uptime += ms;
    },
    setClock: (byMs: number) => (wall += byMs),
  };
}

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

  it("has the wall time of the machine, and another that never goes back", () => {
    const before = Date.now();
    const wall = systemClock.wallTime();
    assert.ok(wall >= before && wall <= Date.now());
    const first = systemClock.now();
    assert.ok(systemClock.now() >= first);
  });
});

describe("monotonicTime", () => {
  for (const byMs of [-24 * hourMs, -2 * hourMs, -1, 1, 2 * hourMs, 24 * hourMs]) {
    it(`goes on as before when the wall clock is set by ${byMs} ms`, () => {
      const { run, setClock, elapsed } = createComputer();
      run(5_000);
      setClock(byMs);
      assert.equal(elapsed(), 5_000);
      run(5_000);
      setClock(-byMs);
      run(5_000);
      assert.equal(elapsed(), 15_000);
    });
  }

  it("counts the time in which the computer sleeps, to about a second", () => {
    const { run, sleep, setClock, elapsed } = createComputer();
    run(5_000);
    sleep(8 * hourMs);
    assert.ok(Math.abs(elapsed() - 8 * hourMs - 5_000) <= 1_000);
    sleep(hourMs);
    setClock(-3 * hourMs);
    assert.ok(Math.abs(elapsed() - 9 * hourMs - 5_000) <= 1_000);
  });

  it("goes on without the uptime, where that cannot be read", () => {
    let [wall, awake] = [0, 0];
    const now = monotonicTime({ wall: () => wall, awake: () => awake, uptime: () => NaN });
    assert.equal(now(), 0);
    [wall, awake] = [hourMs, 5_000];
    assert.equal(now(), 5_000);
  });

  it("reads the uptime only when the wall clock has moved otherwise", () => {
    const { run, sleep, elapsed, readings } = createComputer();
    const initial = readings();
    for (let second = 0; second < 100; second += 1) {
      run(1_000);
      elapsed();
    }
    assert.equal(readings(), initial);
    sleep(60_000);
    elapsed();
    elapsed();
    assert.equal(readings(), initial + 1);
  });
});
