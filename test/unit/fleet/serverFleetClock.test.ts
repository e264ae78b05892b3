import assert from "node:assert/strict";
import { createServerFleet, getStatuses } from "../../builders/serverFleet";
import { wireStatus } from "../../builders/wireNode";

const hour = 3_600_000;
const minute = 60_000;
const iso = (time: number) => new Date(time).toISOString();

/** A fleet whose nodes `a` and `b` reported a minute ago and are offline, on a server with another clock. */
function createOfflineFleet(aheadMs: number) {
  const harness = createServerFleet();
  const { clock, server } = harness;
  const serverNow = () => clock.now() + aheadMs;
  const reportedAt = serverNow() - minute;
  const gone = { online: false, time: iso(reportedAt) };
  server.statuses = { a: wireStatus("a", gone), b: wireStatus("b", gone) };
  server.dated = () => ({ date: serverNow(), sentAt: clock.now(), receivedAt: clock.now() });
  return { ...harness, serverNow, reportedAt };
}

describe("ServerFleet: ages and another clock than ours", () => {
  for (const aheadMs of [-24 * hour, -2 * hour, 2 * hour, 24 * hour]) {
    it(`counts ages by the server's clock, ${aheadMs / hour} h from ours, while no node is online`, async () => {
      const { start, fleet, advance, reportedAt, serverNow } = createOfflineFleet(aheadMs);
      await start();
      assert.equal(fleet.serverTime(), serverNow());
      assert.equal(fleet.ageOf(reportedAt), minute);
      await advance(minute);
      assert.equal(fleet.ageOf(reportedAt), 2 * minute);
    });

    it(`changes no age, poll or state when our clock is set by ${aheadMs / hour} h`, async () => {
      const { start, fleet, advance, reportedAt, clock, server, nodeChanges } =
        createOfflineFleet(0);
      await start();
      server.requested.splice(0);
      clock.setWallClock(aheadMs);
      assert.deepEqual([fleet.ageOf(reportedAt), fleet.lastKnownAge], [minute, 0]);
      for (let second = 0; second < 10; second += 2) await advance(2_000);
      assert.equal(server.count(getStatuses), 5);
      assert.equal(fleet.ageOf(reportedAt), minute + 10_000);
      assert.deepEqual([fleet.isFresh, fleet.slow, nodeChanges()], [true, false, []]);
    });

    it(`counts the age of what is last known on, though our clock is set by ${aheadMs / hour} h`, async () => {
      const { start, fleet, advance, clock, server } = createOfflineFleet(0);
      await start();
      server.lose();
      await advance(minute);
      clock.setWallClock(aheadMs);
      assert.equal(fleet.lastKnownAge, minute);
      await advance(minute);
      assert.equal(fleet.lastKnownAge, 2 * minute);
    });
  }

  it("counts the time in which the computer slept", async () => {
    const { start, fleet, clock, server, reportedAt } = createOfflineFleet(0);
    await start();
    server.lose();
    clock.sleep(8 * hour);
    assert.equal(fleet.lastKnownAge, 8 * hour);
    assert.equal(fleet.ageOf(reportedAt), 8 * hour + minute);
  });
});
