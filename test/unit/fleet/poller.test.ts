import assert from "node:assert/strict";
import { Poller } from "../../../src/fleet/poller";
import { type Attention } from "../../../src/fleet/pollPolicy";
import { FakeClock } from "../../builders/fakeClock";
import { settle } from "../../builders/settle";

const intervals = { visible: 2_000, background: 30_000, nodes: 60_000 };

interface Asked {
  readonly what: "nodes" | "statuses";
  readonly signal: AbortSignal;
  readonly answer: () => void;
  readonly fail: () => void;
}

/** A poller whose requests are answered by hand: `next` is the one under way. */
function createPoller(attention: Attention = "visible") {
  const clock = new FakeClock();
  const asked: Asked[] = [];
  let open = 0;
  let mostAtOnce = 0;
  const ask = (what: Asked["what"], signal: AbortSignal) => {
    mostAtOnce = Math.max(mostAtOnce, ++open);
    return new Promise<void>((resolve, reject) => {
      const done = (settleIt: () => void) => () => {
        open -= 1;
        settleIt();
      };
      const fail = done(() => {
        reject(new Error("no answer"));
      });
      asked.push({ what, signal, answer: done(resolve), fail });
    });
  };
  const poller = new Poller(
    { nodes: (signal) => ask("nodes", signal), statuses: (signal) => ask("statuses", signal) },
    clock,
    intervals,
    attention,
  );
  const last = () => {
    const request = asked.at(-1);
    assert.ok(request, "nothing was asked");
    return request;
  };
  const answer = async () => {
    last().answer();
    await settle();
  };
  const fail = async () => {
    last().fail();
    await settle();
  };
  const advance = async (ms: number) => {
    clock.advance(ms);
    await settle();
  };
  /** Starts it and answers the first round. */
  const run = async () => {
    poller.start();
    await advance(0);
    await answer();
    await answer();
  };
  const names = () => asked.map(({ what }) => what);
  return { poller, clock, asked, names, last, answer, fail, advance, run, most: () => mostAtOnce };
}

describe("Poller", () => {
  it("asks for the nodes and then the statuses, one at a time", async () => {
    const { poller, names, advance, answer, most } = createPoller();
    poller.start();
    await advance(0);
    assert.deepEqual(names(), ["nodes"]);
    await advance(10_000);
    assert.deepEqual(names(), ["nodes"], "nothing else while the answer is missing");
    await answer();
    assert.deepEqual(names(), ["nodes", "statuses"]);
    await answer();
    assert.equal(most(), 1);
  });

  it("asks for the statuses again after the interval of who is looking", async () => {
    for (const attention of ["visible", "background"] as const) {
      const { run, names, advance } = createPoller(attention);
      await run();
      await advance(intervals[attention] - 1);
      assert.equal(names().length, 2);
      await advance(1);
      assert.deepEqual(names().slice(2), ["statuses"]);
    }
  });

  it("asks for the nodes again when a minute has passed", async () => {
    const { run, names, advance, answer } = createPoller();
    await run();
    for (let second = 2; second < 60; second += 2) {
      await advance(2_000);
      await answer();
    }
    assert.ok(!names().slice(2).includes("nodes"));
    await advance(2_000);
    assert.equal(names().at(-1), "nodes");
  });

  it("reads the statuses though the nodes fail", async () => {
    const { poller, names, advance, fail } = createPoller();
    poller.start();
    await advance(0);
    await fail();
    assert.deepEqual(names(), ["nodes", "statuses"]);
  });

  it("waits longer after a failure", async () => {
    const { run, names, advance, fail } = createPoller();
    await run();
    await advance(2_000);
    await fail();
    await advance(3_999);
    assert.equal(names().length, 3);
    await advance(1);
    assert.equal(names().length, 4);
  });

  it("gives a slow server room", async () => {
    const { run, names, advance, answer } = createPoller();
    await run();
    await advance(2_000);
    await advance(5_000);
    await answer();
    await advance(19_999);
    assert.equal(names().length, 3);
    await advance(1);
    assert.equal(names().length, 4);
  });
});

describe("Poller: refresh", () => {
  it("asks for everything at once", async () => {
    const { poller, run, names, advance, answer } = createPoller();
    await run();
    await advance(500);
    poller.refresh();
    await advance(0);
    await answer();
    assert.deepEqual(names().slice(2), ["nodes", "statuses"]);
  });

  it("waits for the request under way, then asks for everything again", async () => {
    const { poller, names, advance, answer, most } = createPoller();
    poller.start();
    await advance(0);
    poller.refresh();
    await advance(0);
    assert.deepEqual(names(), ["nodes"]);
    await answer();
    await answer();
    await advance(0);
    assert.deepEqual(names(), ["nodes", "statuses", "nodes"]);
    await answer();
    await answer();
    assert.equal(most(), 1);
  });

  it("works once while paused, and then rests again", async () => {
    const { poller, run, names, advance, answer } = createPoller();
    await run();
    poller.configure("paused", intervals);
    poller.refresh();
    await advance(0);
    await answer();
    await answer();
    await advance(3_600_000);
    assert.equal(names().length, 4);
  });

  it("is not put off by somebody beginning to look", async () => {
    const { poller, run, names, advance } = createPoller("background");
    await run();
    poller.refresh();
    poller.configure("visible", intervals);
    await advance(0);
    assert.equal(names().length, 3);
  });
});

describe("Poller: who is looking", () => {
  it("asks at once when the view becomes visible after a while", async () => {
    const { poller, run, names, advance } = createPoller("background");
    await run();
    await advance(10_000);
    poller.configure("visible", intervals);
    await advance(0);
    assert.deepEqual(names().slice(2), ["statuses"]);
  });

  it("does not ask sooner than the interval when the view is opened and closed", async () => {
    const { poller, run, names, advance } = createPoller("visible");
    await run();
    for (let i = 0; i < 10; i++) {
      poller.configure("background", intervals);
      poller.configure("visible", intervals);
    }
    await advance(1_999);
    assert.equal(names().length, 2);
  });

  it("does not lose the retreat of a server in trouble when the view is opened", async () => {
    const { poller, run, names, advance, fail } = createPoller("visible");
    await run();
    for (const pause of [2_000, 4_000, 8_000]) {
      await advance(pause);
      await fail();
    }
    const before = names().length;
    poller.configure("background", intervals);
    poller.configure("visible", intervals);
    await advance(15_999);
    assert.equal(names().length, before);
    await advance(1);
    assert.equal(names().length, before + 1);
  });

  it("holds no timer while paused and goes on when somebody looks again", async () => {
    const { poller, clock, run, names, advance } = createPoller();
    await run();
    poller.configure("paused", intervals);
    assert.equal(clock.pending, 0);
    await advance(3_600_000);
    assert.equal(names().length, 2);
    poller.configure("visible", intervals);
    await advance(0);
    assert.equal(names().at(2), "nodes");
  });

  it("rests after the round under way when it is paused meanwhile", async () => {
    const { poller, clock, run, advance, answer } = createPoller();
    await run();
    await advance(2_000);
    poller.configure("paused", intervals);
    await answer();
    assert.equal(clock.pending, 0);
  });

  it("follows changed intervals", async () => {
    const { poller, run, names, advance } = createPoller();
    await run();
    poller.configure("visible", { ...intervals, visible: 10_000 });
    await advance(9_999);
    assert.equal(names().length, 2);
    await advance(1);
    assert.equal(names().length, 3);
  });

  it("forgets times that a shorter interval or a clock set back has put far away", async () => {
    const { poller, clock, run, names, advance } = createPoller("background");
    poller.configure("background", { ...intervals, nodes: 86_400_000 });
    await run();
    const before = clock.now.bind(clock);
    clock.now = () => before() - 3_600_000;
    poller.configure("visible", intervals);
    await advance(2_000);
    assert.deepEqual(names().slice(2), ["nodes"]);
  });
});

describe("Poller: start and stop", () => {
  it("aborts the request under way and asks nothing more", async () => {
    const { poller, clock, names, last, advance, answer } = createPoller();
    poller.start();
    await advance(0);
    poller.stop();
    assert.ok(last().signal.aborted);
    await answer();
    await advance(3_600_000);
    assert.deepEqual(names(), ["nodes"]);
    assert.equal(clock.pending, 0);
  });

  it("starts anew after a stop, with the nodes and without the old failures", async () => {
    const { poller, run, names, advance, fail, answer } = createPoller();
    await run();
    for (const pause of [2_000, 4_000, 8_000]) {
      await advance(pause);
      await fail();
    }
    poller.stop();
    poller.start();
    await advance(0);
    await answer();
    await fail();
    assert.deepEqual(names().slice(5), ["nodes", "statuses"]);
    await advance(4_000);
    assert.equal(names().length, 8, "one failure since the start");
  });

  it("is not started twice", async () => {
    const { poller, names, advance } = createPoller();
    poller.start();
    poller.start();
    await advance(0);
    assert.deepEqual(names(), ["nodes"]);
  });

  it("is not confused by the answer to a round that was stopped", async () => {
    const { poller, asked, names, advance, answer } = createPoller();
    poller.start();
    await advance(0);
    await answer();
    poller.stop();
    poller.start();
    await advance(0);
    asked[1]?.answer();
    await settle();
    await advance(120_000);
    assert.deepEqual(names(), ["nodes", "statuses", "nodes"]);
  });

  it("asks nothing before it is started", async () => {
    const { poller, names, advance } = createPoller();
    poller.refresh();
    poller.configure("background", intervals);
    await advance(60_000);
    assert.deepEqual(names(), []);
  });
});
