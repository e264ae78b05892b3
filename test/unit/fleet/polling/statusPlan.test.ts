import assert from "node:assert/strict";
import { type Attention } from "../../../../src/fleet/polling/pollPolicy";
import { type PartOutcome } from "../../../../src/fleet/polling/statusPart";
import { StatusPlan } from "../../../../src/fleet/polling/statusPlan";

const intervals = { visible: 2_000, background: 30_000, nodes: 60_000 };
const start = Date.UTC(2026, 0, 1);

interface Knobs {
  readonly attention?: Attention;
  readonly isFromMetrics?: boolean;
  /** Milliseconds that the server takes for a part of so many nodes. */
  readonly takes?: (nodes: number) => number;
}

function names(count: number): string[] {
  return Array.from({ length: count }, (_, index) => `n${index}`);
}

/** A plan over a fleet, and a clock that `run` moves on from part to part. */
function createPlan(count: number, knobs: Knobs = {}) {
  const { attention = "visible", isFromMetrics = true, takes = () => 0 } = knobs;
  const plan = new StatusPlan(attention, intervals);
  plan.costs.presume(isFromMetrics);
  plan.costs.learnLatency(0);
  plan.setNodes(names(count));
  let now = start;
  const ask = (outcome: PartOutcome = "received") => {
    const wait = plan.untilNext(now);
    assert.notEqual(wait, undefined, "nothing is due");
    now += wait ?? 0;
    const startedAt = now;
    const part = plan.next(now);
    now += takes(part.uuids.length);
    plan.finish(part, outcome, { startedAt, endedAt: now });
    return { ...part, at: startedAt - start, took: now - startedAt };
  };
  /** The parts that begin within so many milliseconds from now on. */
  const run = (ms: number) => {
    const end = now + ms;
    const parts: ReturnType<typeof ask>[] = [];
    for (let wait = plan.untilNext(now); wait !== undefined; wait = plan.untilNext(now)) {
      if (now + wait >= end) break;
      parts.push(ask());
    }
    now = Math.max(now, end);
    return parts;
  };
  return { plan, ask, run, now: () => now };
}

function nodesOf(parts: readonly { readonly uuids: readonly string[] }[]): number {
  return parts.reduce((sum, { uuids }) => sum + uuids.length, 0);
}

describe("StatusPlan: a small fleet", () => {
  it("requests all nodes without naming them, once per interval of the view", () => {
    const { run } = createPlan(20);
    const parts = run(20_000);
    assert.deepEqual(
      parts.map(({ at, isWhole }) => [at, isWhole]),
      Array.from({ length: 10 }, (_, index) => [index * 2_000, true]),
    );
  });

  it("requests at the interval of the background while the view is hidden", () => {
    const { run } = createPlan(20, { attention: "background" });
    assert.deepEqual(
      run(70_000).map(({ at, isWhole }) => [at, isWhole]),
      [
        [0, true],
        [30_000, true],
        [60_000, true],
      ],
    );
  });

  it("requests all of a hundred nodes at once on servers up to 1.2.5", () => {
    const { ask } = createPlan(100, { isFromMetrics: false });
    assert.deepEqual([ask().isWhole, ask().at], [true, 2_000]);
  });

  it("sends as few requests as for a small one once the server has shown to be quick", () => {
    const { run } = createPlan(100);
    assert.equal(nodesOf(run(1)), 100);
    const parts = run(20_000);
    assert.equal(parts.length, 10);
    assert.ok(parts.every(({ isWhole }) => isWhole));
  });

  it("requests all nodes while none is known, as often as for those", () => {
    const { run } = createPlan(0);
    assert.deepEqual(
      run(5_000).map(({ at, isWhole, uuids }) => [at, isWhole, uuids.length]),
      [
        [0, true, 0],
        [2_000, true, 0],
        [4_000, true, 0],
      ],
    );
  });
});

describe("StatusPlan: a large fleet", () => {
  const slow = (nodes: number) => nodes * 40;

  it("begins with the nodes on screen, and goes on with the others without a pause", () => {
    const { plan, run } = createPlan(300, { takes: slow });
    plan.setVisibleNodes("rows", new Set(["n250", "n251", "unknown"]));
    const parts = run(13_000);
    assert.deepEqual(parts[0]?.uuids, ["n250", "n251"]);
    const rest = parts.filter(({ kind }) => kind === "rest");
    assert.deepEqual(rest.flatMap(({ uuids }) => uuids).sort(), names(300).filter(isUnseen).sort());
    const busy = parts.reduce((sum, { took }) => sum + took, 0);
    assert.ok(busy >= 12_000 && parts.every(({ took }) => took <= 1_100));
  });

  it("requests those on screen at the interval of the view while the others are under way", () => {
    const { plan, run } = createPlan(1_000, { takes: (nodes) => (nodes > 2 ? nodes * 40 : 5) });
    plan.setVisibleNodes("rows", new Set(["n250", "n251"]));
    const times = run(20_000).flatMap(({ kind, at }) => (kind === "visible" ? [at] : []));
    const gaps = times.slice(1).map((at, index) => at - (times[index] ?? 0));
    assert.ok(times.length >= 7);
    assert.ok(
      gaps.every((gap) => gap >= 2_000 && gap <= 3_100),
      gaps.join(" "),
    );
  });

  it("requests the others at the interval of the background", () => {
    const { plan, run } = createPlan(500, { isFromMetrics: false });
    plan.setVisibleNodes("rows", new Set(names(30)));
    run(1);
    const parts = run(60_000);
    assert.equal(parts.filter(({ kind }) => kind === "rest").length, 2);
    assert.ok(parts.filter(({ kind }) => kind === "rest").every(({ isWhole }) => isWhole));
    const visible = parts.filter(({ kind }) => kind === "visible");
    assert.ok(visible.length >= 27 && visible.every(({ uuids }) => uuids.length === 30));
  });

  it("requests no more than a thousand nodes at a time", () => {
    const { run } = createPlan(10_000, { isFromMetrics: false });
    const parts = run(1);
    assert.equal(nodesOf(parts), 10_000);
    assert.ok(parts.every(({ uuids, isWhole }) => uuids.length <= 1_000 && !isWhole));
  });

  it("leaves a slow server room once every node was requested", () => {
    const { run } = createPlan(500, { takes: slow, attention: "background" });
    assert.equal(nodesOf(run(21_000)), 500);
    const parts = run(120_000);
    const busy = parts.reduce((sum, { took }) => sum + took, 0);
    assert.ok(busy < 120_000 * 0.42, `busy for ${busy} ms`);
    assert.ok(busy > 120_000 * 0.36, `busy for ${busy} ms`);
  });

  it("comes to every node in turn, however slow the server is for those on screen", () => {
    const { plan, run } = createPlan(200, { takes: () => 3_000 });
    plan.setVisibleNodes("rows", new Set(names(50)));
    const requested = new Set(run(200_000).flatMap(({ uuids }) => uuids));
    assert.equal(requested.size, 200);
  });

  it("requests nodes that come onto the screen at once, if they were not requested lately", () => {
    const { plan, run, ask } = createPlan(200, { isFromMetrics: false });
    run(10_000);
    plan.setVisibleNodes("rows", new Set(["n7"]));
    const { uuids, at } = ask();
    assert.deepEqual([uuids, at], [["n7"], 10_000]);
  });

  it("has nothing on screen while the view is hidden", () => {
    const { plan, run } = createPlan(200, { isFromMetrics: false });
    plan.setVisibleNodes("rows", new Set(["n7"]));
    run(1);
    plan.configure("background", intervals);
    assert.ok(run(25_000).length === 0);
  });

  function isUnseen(uuid: string): boolean {
    return uuid !== "n250" && uuid !== "n251";
  }
});

describe("StatusPlan: changes on the way", () => {
  it("requests new nodes at once, and no more for those that went", () => {
    const { plan, run, ask } = createPlan(3);
    run(1);
    plan.setNodes(["n0", "new"]);
    assert.deepEqual(ask().uuids, ["new"]);
    assert.deepEqual([...ask().uuids].sort(), ["n0", "new"]);
  });

  it("requests everything again on refresh, what was requested longest ago first", () => {
    const { plan, run, ask } = createPlan(150, { takes: (nodes) => nodes * 40 });
    run(1);
    plan.requestAll();
    assert.equal(ask().uuids[0], "n25", "the first 25 have been requested");
    const rest = run(7_000);
    assert.equal(new Set(rest.flatMap(({ uuids }) => uuids)).has("n0"), true);
  });

  it("halves a part that is too large, and does not request as much again", () => {
    const { ask, run } = createPlan(100, { isFromMetrics: false });
    assert.equal(ask("tooLarge").uuids.length, 100);
    assert.equal(ask("tooLarge").uuids.length, 50);
    const parts = run(10);
    assert.deepEqual(
      parts.map(({ uuids, isWhole }) => [uuids.length, isWhole]),
      [25, 25, 25, 25].map((nodes) => [nodes, false]),
    );
    assert.ok(run(1_900).every(({ uuids }) => uuids.length <= 25));
  });

  it("retreats after failures, and begins again where it stopped", () => {
    const { ask } = createPlan(100);
    const first = ask("failed");
    const second = ask("failed");
    const third = ask();
    assert.deepEqual([first.at, second.at, third.at], [0, 4_000, 8_000]);
    const requested = [first, second, third].flatMap(({ uuids }) => uuids);
    assert.equal(new Set(requested).size, requested.length, "another part each time");
  });

  it("shrinks after a part that failed for having taken long", () => {
    const { ask } = createPlan(500, { takes: () => 20_000 });
    const first = ask("failed").uuids.length;
    assert.ok(ask("failed").uuids.length < first);
  });

  it("leaves the server alone for as long as it requires", () => {
    const { plan, run, now } = createPlan(20);
    run(1);
    plan.pauses.obeyUntil(now() + 600_000);
    assert.deepEqual(run(590_000), []);
    assert.equal(run(20_000).length, 5);
  });

  it("requests nothing while paused but what a refresh needs, once", () => {
    const { plan, run } = createPlan(100, { takes: (nodes) => nodes * 40 });
    run(10_000);
    plan.configure("paused", intervals);
    assert.deepEqual(run(100_000), []);
    plan.requestAll();
    assert.equal(nodesOf(run(100_000)), 100);
    assert.deepEqual(run(100_000), []);
  });

  it("gives a refresh up that fails while paused", () => {
    const { plan, ask, now } = createPlan(100);
    plan.configure("paused", intervals);
    ask("failed");
    assert.equal(plan.untilNext(now()), undefined);
  });

  it("requests a node again that is to be, after a while", () => {
    const { plan, run, ask, now } = createPlan(3, { attention: "background" });
    run(1);
    plan.requestAgain(["n1"], now() + 2_000);
    const { uuids, at } = ask();
    assert.deepEqual([uuids, at], [["n1"], 2_001]);
  });
});
