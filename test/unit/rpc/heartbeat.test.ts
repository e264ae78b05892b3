import assert from "node:assert/strict";
import { Heartbeat, pingIntervalMs } from "../../../src/rpc/heartbeat";
import { FakeClock } from "../../builders/fakeClock";

function setUp() {
  const clock = new FakeClock();
  const seen = { pings: 0, silences: 0, busy: false };
  const heartbeat = new Heartbeat(clock, {
    ping: () => (seen.pings += 1),
    isBusy: () => seen.busy,
    onSilent: () => (seen.silences += 1),
  });
  const beat = () => clock.advance(pingIntervalMs);
  return { clock, seen, heartbeat, beat };
}

describe("Heartbeat", () => {
  it("pings every 20 s while the peer answers", () => {
    const { seen, heartbeat, beat } = setUp();
    assert.equal(pingIntervalMs, 20_000);
    for (let round = 1; round <= 5; round += 1) {
      beat();
      heartbeat.messageReceived();
      assert.deepEqual(seen, { pings: round, silences: 0, busy: false });
    }
  });

  it("notices a peer that is silent for an interval after a ping, and pings again after its next message", () => {
    const { seen, heartbeat, beat } = setUp();
    beat();
    assert.deepEqual(seen, { pings: 1, silences: 0, busy: false });
    beat();
    beat();
    assert.deepEqual(seen, { pings: 1, silences: 2, busy: false });
    heartbeat.messageReceived();
    beat();
    assert.deepEqual(seen, { pings: 2, silences: 2, busy: false });
  });

  it("does not count messages received before the ping", () => {
    const { seen, heartbeat, beat } = setUp();
    heartbeat.messageReceived();
    beat();
    beat();
    assert.equal(seen.silences, 1);
  });

  it("bears the silence of a server that works on a call", () => {
    const { seen, heartbeat, beat } = setUp();
    beat();
    seen.busy = true;
    beat();
    beat();
    assert.deepEqual(seen, { pings: 1, silences: 0, busy: true });
    seen.busy = false;
    heartbeat.messageReceived();
    beat();
    assert.equal(seen.pings, 2);
    beat();
    assert.equal(seen.silences, 1);
  });

  it("stops when disposed", () => {
    const { clock, heartbeat } = setUp();
    heartbeat.dispose();
    assert.equal(clock.pending, 0);
  });
});
