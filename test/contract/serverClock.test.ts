import assert from "node:assert/strict";
import { Session } from "../../src/komari/session";
import { systemClock } from "../../src/util/clock";
import { profileNames } from "../simulator/profiles/profiles";
import { startSimulator } from "../simulator/simulator";

const hour = 3_600_000;

/** A session with a server whose clock is ahead of ours, once it is ready. */
async function openSession(profile: (typeof profileNames)[number], aheadMs: number) {
  const clock = { ...systemClock, now: () => systemClock.now() + aheadMs };
  const simulator = await startSimulator({ profile, clock });
  const session = new Session({
    baseUrl: simulator.url,
    tls: {},
    credential: { kind: "guest" },
    maxResponseBytes: 2 ** 24,
  });
  const ready = new Promise<void>((resolve) => {
    session.onDidChangeState(({ kind }) => {
      if (kind === "ready") resolve();
    });
  });
  session.start();
  await ready;
  const close = async () => {
    session.dispose();
    await simulator.stop();
  };
  return { session, clock, close };
}

describe("Session: the server's clock", () => {
  for (const profile of profileNames) {
    for (const aheadMs of [-2 * hour, 2 * hour]) {
      it(`is known as soon as ${profile} is ready, ${aheadMs / hour} h from ours, before any node`, async () => {
        const { session, clock, close } = await openSession(profile, aheadMs);
        const offMs = session.serverClock.at(systemClock.now()) - clock.now();
        assert.ok(session.serverClock.isKnown);
        assert.ok(Math.abs(offMs) < 60_000, `${offMs} ms off`);
        await close();
      });
    }
  }
});
