import assert from "node:assert/strict";
import { createPoller } from "../../../builders/pollerHarness";
import { pollIntervals as intervals } from "../../../builders/serverFleet";
import { settle } from "../../../builders/settle";

describe("Poller: start and stop", () => {
  it("aborts the requests under way and sends no more", async () => {
    const { poller, clock, run, requested, names, advance, response } = createPoller();
    await run();
    poller.refresh();
    await advance(0);
    poller.stop();
    assert.ok(requested.every(({ signal }) => signal.aborted));
    await response("nodes");
    await response("statuses");
    await advance(3_600_000);
    assert.equal(names().length, 2);
    assert.equal(clock.pending, 0);
  });

  it("starts again after a stop, with the nodes and without the old failures", async () => {
    const { poller, run, requested, names, advance, fail, response } = createPoller();
    await run();
    for (const pause of [2_000, 4_000, 8_000]) {
      await advance(pause);
      await fail("statuses");
    }
    poller.stop();
    requested.splice(0);
    poller.start();
    await advance(0);
    await response("nodes");
    await advance(0);
    await fail("statuses");
    assert.deepEqual(names(), ["nodes", "statuses"]);
    await advance(4_000);
    assert.equal(names().length, 3, "one failure since the start");
  });

  it("is not started twice", async () => {
    const { poller, names, run, advance } = createPoller();
    await run();
    poller.start();
    await advance(0);
    assert.deepEqual(names(), []);
  });

  it("is not confused by the response to a request that was stopped", async () => {
    const { poller, requested, names, advance, run } = createPoller();
    await run();
    await advance(2_000);
    poller.stop();
    poller.start();
    await advance(0);
    requested[0]?.end(true);
    await settle();
    await advance(120_000);
    assert.deepEqual(names(), ["statuses", "nodes", "statuses"]);
  });

  it("requests nothing before it is started", async () => {
    const { poller, names, advance } = createPoller();
    poller.refresh();
    poller.configure("background", intervals);
    await advance(60_000);
    assert.deepEqual(names(), []);
  });
});
