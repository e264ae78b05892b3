import assert from "node:assert/strict";
import { type NodeStatus } from "../../../src/komari/model/model";
import { ServerClock } from "../../../src/komari/serverClock";
import { buildStatus, statusMap } from "../../builders/status";

const hour = 3_600_000;
const minute = 60_000;
/** Of `Clock.now`. */
const now = Date.UTC(2026, 0, 1, 12);

/** A server whose clock is ahead of ours by `aheadMs`, which a proxy's may differ from. */
function createServer(aheadMs: number, proxyAheadMs = aheadMs) {
  const clock = new ServerClock();
  let [server, proxy] = [aheadMs, proxyAheadMs];
  const wholeSecond = (time: number) => Math.floor(time / 1000) * 1000;
  return {
    clock,
    /** How far the estimate is from the server's clock. */
    error: (time: number) => clock.at(time) - (time + server),
    set: (byMs: number) => {
      server += byMs;
      proxy += byMs;
    },
    /** A response to a request at `time`, whose way takes as long in both directions. */
    respond: (time: number, wayMs = 20) => {
      const date = wholeSecond(time + wayMs + proxy);
      clock.learnDate({ date, sentAt: time, receivedAt: time + 2 * wayMs });
    },
    records: (time: number, wayMs: number) => {
      const end = wholeSecond(time + wayMs + server);
      clock.learnTime(end, { sentAt: time, receivedAt: time + 2 * wayMs });
    },
    report: (time: number, uuid = "a", changes: Partial<NodeStatus> = {}) => {
      const status = buildStatus({ uuid, time: time + server, ...changes });
      clock.learnReports(statusMap(status), time, false);
    },
  };
}

describe("ServerClock", () => {
  it("is the computer's while nothing is known", () => {
    const clock = new ServerClock();
    assert.equal(clock.isKnown, false);
    assert.equal(clock.at(now), now);
  });

  for (const ahead of [-24 * hour, -2 * hour, -1_500, 0, 2 * hour, 24 * hour, 400 * 24 * hour]) {
    it(`is learned from dates alone, without any node, ${ahead} ms ahead of ours`, () => {
      const { clock, error, respond } = createServer(ahead);
      respond(now + 370);
      assert.ok(clock.isKnown);
      assert.ok(Math.abs(error(now + hour)) <= 1_040, `${error(now + hour)} ms`);
    });

    it(`takes times of results for the server's, ${ahead} ms ahead of ours, whatever a proxy's clock says`, () => {
      const { error, respond, report } = createServer(ahead, ahead + 2 * hour);
      respond(now);
      report(now + 1_000);
      report(now + 3_000);
      assert.equal(error(now + 5_000), 0);
      respond(now + 6_000);
      assert.equal(error(now + 7_000), 0, "it stays so");
    });
  }

  it("is never ahead of the server, and comes closer with every quick response", () => {
    const { error, respond } = createServer(2 * hour);
    const errors = [10, 999, 1_730, 5_001].map((after) => {
      respond(now + after, after === 10 ? 8_000 : 20);
      return error(now);
    });
    assert.ok(
      errors.every((each) => each <= 0),
      errors.join(),
    );
    assert.deepEqual(
      errors,
      [...errors].sort((a, b) => a - b),
    );
    assert.ok((errors.at(-1) ?? -Infinity) > -50, errors.join());
  });

  it("is not worse after a response that took long", () => {
    const { error, respond } = createServer(-2 * hour);
    respond(now);
    const before = error(now);
    respond(now + minute, 60_000);
    assert.ok(error(now) >= before);
  });

  it("is learned from the end of records where there is neither a date nor a node", () => {
    const { error, records } = createServer(-2 * hour);
    records(now, 100);
    assert.ok(Math.abs(error(now)) <= 1_200);
  });

  it("does not take the end of slow records for more than the date says", () => {
    const { error, records, respond } = createServer(2 * hour);
    respond(now);
    records(now + 1_000, 40_000);
    assert.ok(Math.abs(error(now)) <= 1_040);
  });

  it("goes on while the only online node is silent from the beginning", () => {
    const { error, respond, report } = createServer(0);
    const silent = { time: now - 10 * minute };
    for (const after of [0, 2_000, 4_000]) {
      respond(now + after);
      report(now + after, "a", silent);
    }
    assert.ok(Math.abs(error(now + 4_000)) <= 1_040);
  });

  for (const byMs of [-24 * hour, -hour, hour, 24 * hour]) {
    it(`follows the server's clock that is set by ${byMs} ms, with and without nodes`, () => {
      const alone = createServer(500);
      alone.respond(now);
      alone.set(byMs);
      alone.respond(now + minute);
      assert.ok(Math.abs(alone.error(now + minute)) <= 1_040);

      const { error, set, report, respond } = createServer(500);
      respond(now);
      for (const after of [0, 2_000]) report(now + after);
      set(byMs);
      respond(now + minute);
      assert.ok(Math.abs(error(now + minute)) <= 1_040, "by the date");
      report(now + minute + 2_000);
      assert.ok(Math.abs(error(now + minute)) <= 1_040, "by a report");
    });
  }

  it("keeps what reports say while no node is online, though a proxy's clock differs", () => {
    const { error, report, respond } = createServer(hour, 0);
    for (const after of [0, 2_000]) report(now + after);
    for (let after = 0; after < 24 * hour; after += hour) {
      respond(now + after);
      report(now + after, "a", { online: false });
    }
    assert.equal(error(now + 24 * hour), 0);
  });
});
