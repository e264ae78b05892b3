import assert from "node:assert/strict";
import { createPoller } from "../../../builders/pollerHarness";
import { pollIntervals as intervals } from "../../../builders/serverFleet";

describe("Poller", () => {
  it("requests the statuses of known nodes beside the nodes", async () => {
    const { poller, names, advance } = createPoller();
    poller.start();
    await advance(0);
    assert.deepEqual(names(), ["nodes", "statuses"]);
  });

  it("requests statuses after the nodes while none is known, unless these take 5 s", async () => {
    const { poller, plan, names, advance, response } = createPoller();
    plan.setNodes([]);
    poller.start();
    await advance(4_999);
    assert.deepEqual(names(), ["nodes"]);
    await advance(1);
    assert.deepEqual(names(), ["nodes", "statuses"]);
    poller.stop();
    poller.start();
    await advance(1);
    await response("nodes");
    await advance(0);
    assert.deepEqual(names(), ["nodes", "statuses", "nodes", "statuses"]);
  });

  it("requests the statuses again after the interval of who is looking", async () => {
    for (const attention of ["visible", "background"] as const) {
      const { run, names, advance } = createPoller(attention);
      await run();
      await advance(intervals[attention] - 1);
      assert.deepEqual(names(), []);
      await advance(1);
      assert.deepEqual(names(), ["statuses"]);
    }
  });

  it("requests the nodes again when a minute has passed, beside statuses that take long", async () => {
    const { run, names, advance, maxConcurrent } = createPoller();
    await run();
    await advance(59_999);
    assert.deepEqual(names(), ["statuses"]);
    await advance(1);
    assert.deepEqual(names(), ["statuses", "nodes"]);
    assert.deepEqual(maxConcurrent, { nodes: 1, statuses: 1 });
  });

  it("does not request the nodes more often than for the statuses", async () => {
    const { run, names, advance, poller } = createPoller("background");
    poller.configure("background", { ...intervals, background: 3_600_000 });
    await run();
    await advance(3_599_999);
    assert.deepEqual(names(), []);
    await advance(1);
    assert.deepEqual(names().sort(), ["nodes", "statuses"]);
  });

  it("reads the statuses though the nodes fail, and soon requests the nodes again", async () => {
    const { poller, names, advance, fail, response } = createPoller("background");
    poller.start();
    await advance(0);
    await fail("nodes");
    await advance(0);
    assert.deepEqual(names(), ["nodes", "statuses"]);
    await response("statuses");
    await advance(10_000);
    assert.deepEqual(names(), ["nodes", "statuses", "nodes"]);
  });

  it("waits longer after a failure", async () => {
    const { run, names, advance, fail } = createPoller();
    await run();
    await advance(2_000);
    await fail("statuses");
    await advance(3_999);
    assert.equal(names().length, 1);
    await advance(1);
    assert.equal(names().length, 2);
  });

  it("gives a slow server room", async () => {
    const { run, names, advance, response } = createPoller("background");
    await run();
    const count = () => names().filter((name) => name === "statuses").length;
    await advance(30_000);
    await advance(20_000);
    await response("statuses");
    await advance(10_000);
    assert.equal(count(), 2, "once it may have been the way");
    await advance(20_000);
    await response("statuses");
    await advance(29_999);
    assert.equal(count(), 2);
    await advance(1);
    assert.equal(count(), 3);
  });

  it("looks again when other nodes are due", async () => {
    const { run, names, advance, plan, poller, requested } = createPoller();
    await run();
    plan.setNodes(["a", "b"]);
    poller.update();
    await advance(0);
    assert.deepEqual(names(), ["statuses"]);
    assert.deepEqual(requested[0]?.part?.uuids, ["b"]);
  });
});

describe("Poller: refresh", () => {
  it("requests everything at once", async () => {
    const { poller, run, names, advance } = createPoller();
    await run();
    await advance(500);
    poller.refresh();
    await advance(0);
    assert.deepEqual(names().sort(), ["nodes", "statuses"]);
  });

  it("waits for what is under way, then requests everything again", async () => {
    const { poller, run, names, advance, response, maxConcurrent } = createPoller();
    await run();
    await advance(2_000);
    poller.refresh();
    poller.refresh();
    await advance(0);
    assert.deepEqual(names(), ["statuses", "nodes"]);
    poller.refresh();
    await response("statuses");
    await response("nodes");
    await advance(0);
    assert.deepEqual(names().slice(2).sort(), ["nodes", "statuses"]);
    assert.deepEqual(maxConcurrent, { nodes: 1, statuses: 1 });
  });

  it("works once while paused, and then rests again", async () => {
    const { poller, run, names, advance, response } = createPoller();
    await run();
    poller.configure("paused", intervals);
    poller.refresh();
    await advance(0);
    await response("statuses");
    await response("nodes");
    await advance(3_600_000);
    assert.deepEqual(names().sort(), ["nodes", "statuses"]);
  });

  it("is not put off by the user beginning to look", async () => {
    const { poller, run, names, advance } = createPoller("background");
    await run();
    poller.refresh();
    poller.configure("visible", intervals);
    await advance(0);
    assert.deepEqual(names().sort(), ["nodes", "statuses"]);
  });

  it("of the nodes alone leaves the statuses at their pace", async () => {
    const { poller, run, names, advance } = createPoller();
    await run();
    poller.refreshNodes();
    await advance(0);
    assert.deepEqual(names(), ["nodes"]);
  });
});

describe("Poller: who is looking", () => {
  it("requests at once when the view becomes visible after a while", async () => {
    const { poller, run, names, advance } = createPoller("background");
    await run();
    await advance(10_000);
    poller.configure("visible", intervals);
    await advance(0);
    assert.deepEqual(names(), ["statuses"]);
  });

  it("does not request sooner than the interval when the view is opened and closed", async () => {
    const { poller, run, names, advance } = createPoller("visible");
    await run();
    for (let i = 0; i < 10; i++) {
      poller.configure("background", intervals);
      poller.configure("visible", intervals);
    }
    await advance(1_999);
    assert.deepEqual(names(), []);
  });

  it("does not lose the retreat of a server in trouble when the view is opened", async () => {
    const { poller, run, names, advance, fail } = createPoller("visible");
    await run();
    for (const pause of [2_000, 4_000, 4_000]) {
      await advance(pause);
      await fail("statuses");
    }
    const before = names().length;
    poller.configure("background", intervals);
    poller.configure("visible", intervals);
    await advance(3_999);
    assert.equal(names().length, before);
    await advance(1);
    assert.equal(names().length, before + 1);
  });

  it("holds no timer while paused and goes on when the user looks again", async () => {
    const { poller, clock, run, names, advance } = createPoller();
    await run();
    poller.configure("paused", intervals);
    assert.equal(clock.pending, 0);
    await advance(3_600_000);
    assert.deepEqual(names(), []);
    poller.configure("visible", intervals);
    await advance(0);
    assert.deepEqual(names().sort(), ["nodes", "statuses"]);
  });

  it("rests after the request under way when it is paused meanwhile", async () => {
    const { poller, clock, run, advance, response } = createPoller();
    await run();
    await advance(2_000);
    poller.configure("paused", intervals);
    await response("statuses");
    assert.equal(clock.pending, 0);
  });

  it("follows changed intervals", async () => {
    const { poller, run, names, advance } = createPoller();
    await run();
    poller.configure("visible", { ...intervals, visible: 10_000 });
    await advance(9_999);
    assert.deepEqual(names(), []);
    await advance(1);
    assert.deepEqual(names(), ["statuses"]);
  });

  it("forgets times that a shorter interval has put far away", async () => {
    const { poller, run, names, advance } = createPoller("background");
    poller.configure("background", { ...intervals, nodes: 86_400_000 });
    await run();
    poller.configure("visible", intervals);
    await advance(0);
    assert.deepEqual(names(), ["nodes"]);
    await advance(2_000);
    assert.deepEqual(names(), ["nodes", "statuses"]);
  });
});
