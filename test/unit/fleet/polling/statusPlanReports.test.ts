import assert from "node:assert/strict";
import { type PartSource } from "../../../../src/fleet/nodes/statusResponse";
import { type StatusPart } from "../../../../src/fleet/polling/statusPart";
import { StatusPlan } from "../../../../src/fleet/polling/statusPlan";

const intervals = { visible: 2_000, background: 30_000, nodes: 60_000 };
const start = Date.UTC(2026, 0, 1);

function names(count: number): string[] {
  return Array.from({ length: count }, (_, index) => `n${index}`);
}

describe("StatusPlan: a server that also offers reports", () => {
  /** Takes 400 ms for a node with its pings, and next to nothing for reports. */
  function createReporting(count: number, coldMs = 400) {
    const plan = new StatusPlan("visible", intervals);
    plan.setMethods(new Set(["public:queryMetrics", "common:getNodeRecentStatus"]));
    plan.costs.learnLatency(0);
    plan.setNodes(names(count));
    let now = start;
    const run = (ms: number) => {
      const end = now + ms;
      const parts: (StatusPart & { readonly at: number })[] = [];
      for (let wait = plan.untilNext(now); wait !== undefined; wait = plan.untilNext(now)) {
        if (now + wait >= end) break;
        now += wait;
        const [startedAt, part] = [now, plan.next(now)];
        now += part.source === "reports" ? 50 : part.uuids.length * coldMs;
        plan.finish(part, "received", { startedAt, endedAt: now });
        parts.push({ ...part, at: startedAt - start });
      }
      now = Math.max(now, end);
      return parts;
    };
    return { plan, run };
  }

  it("reads the reports of all nodes at first, on screen before others, and then pings of those on screen", () => {
    const { plan, run } = createReporting(1_000);
    plan.setVisibleNodes("rows", new Set(["n900", "n901"]));
    const parts = run(10_000);
    const firstStatuses = parts.findIndex(({ source }) => source === "statuses");
    const reports = parts.slice(0, firstStatuses);
    assert.deepEqual(reports[0]?.uuids, ["n900", "n901"]);
    assert.equal(new Set(reports.flatMap(({ uuids }) => uuids)).size, 1_000);
    assert.ok(reports.every(({ uuids, isWhole }) => uuids.length <= 64 && !isWhole));
    assert.deepEqual(parts[firstStatuses]?.uuids, ["n900", "n901"]);
  });

  it("goes on with reports of nodes off screen whose pings it cannot keep up with", () => {
    const { plan, run } = createReporting(1_000);
    plan.setVisibleNodes("rows", new Set(["n900"]));
    // After a minute it knows what a node costs.
    run(60_000);
    const rest = run(10 * 60_000).filter(({ kind }) => kind === "rest");
    assert.ok(rest.every(({ source }) => source === "reports"));
    const times = rest.filter(({ uuids }) => uuids.includes("n5")).map(({ at }) => at);
    const gaps = times.slice(1).map((at, index) => at - (times[index] ?? 0));
    assert.ok(
      gaps.length >= 3 && gaps.every((gap) => gap > 100_000 && gap < 140_000),
      gaps.join(" "),
    );
    assert.ok(plan.renewalMs <= 140_000, "which does not make them out of date");
  });

  it("reads the pings of all nodes after their reports where the server keeps up with that", () => {
    const { run } = createReporting(400, 40);
    const parts = run(60_000);
    const sources = (uuid: string) =>
      parts.filter(({ uuids }) => uuids.includes(uuid)).map(({ source }) => source);
    assert.deepEqual(sources("n399").slice(0, 2), ["reports", "statuses"]);
    assert.ok(!sources("n399").slice(1).includes("reports"));
  });

  it("keeps what is on screen live by reports where its pings take long, and has these renewed beside", () => {
    const { plan, run } = createReporting(1_000, 1_000);
    const seen = names(35);
    plan.setVisibleNodes("rows", new Set(seen));
    run(5 * 60_000);
    const parts = run(10 * 60_000).filter(({ kind }) => kind !== "rest");
    const gapsOf = (uuid: string, source: PartSource) => {
      const of = parts.filter((part) => part.source === source && part.uuids.includes(uuid));
      return of.slice(1).map(({ at }, index) => at - (of[index]?.at ?? 0));
    };
    for (const uuid of seen) {
      const [reports, pings] = [gapsOf(uuid, "reports"), gapsOf(uuid, "statuses")];
      assert.ok(
        reports.length > 30 && Math.max(...reports) <= 20_000,
        `${uuid}: ${reports.join(" ")}`,
      );
      assert.ok(pings.length >= 2 && Math.max(...pings) <= 240_000, `${uuid}: ${pings.join(" ")}`);
    }
    const pings = parts.filter(({ source }) => source === "statuses");
    assert.ok(pings.every(({ kind, uuids }) => kind === "pings" && uuids.length <= 5));
    const busy = pings.reduce((sum, { uuids }) => sum + uuids.length * 1_000, 0);
    assert.ok(busy <= 10 * 60_000 * 0.21, "with room for others");
  });

  it("tries with few nodes how long the server takes, when their reports are there", () => {
    const { plan, run } = createReporting(1_000, 1_000);
    plan.setVisibleNodes("rows", new Set(names(35)));
    const [trial] = run(60_000).filter(({ source }) => source === "statuses");
    assert.equal(trial?.uuids.length, 5);
    const quick = createReporting(1_000, 1);
    quick.plan.setVisibleNodes("rows", new Set(names(35)));
    const [first, second] = quick.run(60_000).filter(({ source }) => source === "statuses");
    assert.deepEqual([first?.uuids.length, second?.uuids.length], [5, 30]);
  });

  it("lets what is on screen wait for the pings of no more than one node where these take seconds", () => {
    const { plan, run } = createReporting(1_000, 4_000);
    const seen = names(35);
    plan.setVisibleNodes("rows", new Set(seen));
    run(5 * 60_000);
    const parts = run(10 * 60_000);
    const pings = parts.filter(({ source }) => source === "statuses");
    assert.ok(pings.length > 20 && pings.every(({ uuids }) => uuids.length === 1));
    for (const uuid of seen) {
      const of = parts.filter(({ source, uuids }) => source === "reports" && uuids.includes(uuid));
      const gaps = of.slice(1).map(({ at }, index) => at - (of[index]?.at ?? 0));
      assert.ok(gaps.length > 30 && Math.max(...gaps) <= 15_000, `${uuid}: ${gaps.join(" ")}`);
    }
  });

  it("requests pings separately of nodes that come onto the screen, and of none that is gone", () => {
    const { plan, run } = createReporting(1_000, 1_000);
    plan.setVisibleNodes("rows", new Set(names(35)));
    run(5 * 60_000);
    plan.setVisibleNodes("rows", new Set(names(100).slice(50)));
    const [first] = run(30_000).filter(({ kind }) => kind === "pings");
    assert.ok(first?.uuids.every((uuid) => Number(uuid.slice(1)) >= 50));
    plan.configure("background", intervals);
    assert.ok(run(60_000).every(({ kind }) => kind === "rest"));
  });

  it("reads no reports of a fleet whose statuses come soon anyway", () => {
    const { run } = createReporting(150, 40);
    assert.ok(run(60_000).every(({ source }) => source === "statuses"));
  });
});
