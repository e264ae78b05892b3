import assert from "node:assert/strict";
import fc from "fast-check";
import { type Attention } from "../../src/fleet/polling/pollPolicy";
import { nodeNames } from "../builders/costlyStatuses";
import { createMoodyFleet, getReports, goodMood, type Mood } from "../builders/moodyServer";
import { pollIntervals } from "../builders/serverFleet";

type MoodyFleet = ReturnType<typeof createMoodyFleet>;

/** Something that happens at any time. */
type Event = (world: MoodyFleet) => unknown;

const mood: fc.Arbitrary<Mood> = fc.record({
  nodes: fc.constantFrom("answers", "answers", "answers", "fails"),
  statuses: fc.constantFrom(
    ...(["answers", "fails", "refuses", "takesFew", "isBusy", "hasRestarted"] as const),
  ),
  reports: fc.constantFrom(
    ...(["answers", "fails", "refuses", "refusesSome", "isBusy", "hasRestarted"] as const),
  ),
  coldMs: fc.constantFrom(0.1, 5, 141),
});

const size = fc.constantFrom(0, 1, 2, 99, 100, 101, 300, 300, 300);

const event: fc.Arbitrary<Event> = fc.oneof(
  fc.constant<Event>(() => undefined),
  fc.constant<Event>(({ fleet }) => fleet.refresh()),
  fc.constant<Event>(({ reconnect }) => reconnect()),
  fc.constantFrom(-3_600_000, -1_000, 3_600_000).map(
    (ms): Event =>
      ({ clock }) =>
        clock.setWallClock(ms),
  ),
  fc.constant<Event>(({ clock }) => clock.sleep(3_600_000)),
  fc.constantFrom<Attention>("visible", "background", "paused").map(
    (attention): Event =>
      ({ fleet }) =>
        fleet.configure({ attention, intervals: pollIntervals }),
  ),
  fc.subarray([...nodeNames(300)], { maxLength: 50 }).map(
    (seen): Event =>
      ({ fleet }) =>
        fleet.setVisibleNodes("rows", new Set(seen)),
  ),
  size.map(
    (count): Event =>
      ({ setNodes }) =>
        setNodes(count),
  ),
);

const methods = fc.constantFrom(
  [],
  ["public:queryMetrics"],
  ["public:queryMetrics", getReports],
  ["public:queryMetrics", getReports],
  ["public:queryMetrics", "admin:agentVersions"],
);

const phase = fc.tuple(mood, event, fc.integer({ min: 10, max: 60_000 }));

describe("ServerFleet with a server that behaves in any way", () => {
  it("sends a bounded number of requests in sequence, and finds every node once the server is healthy", async () => {
    await fc.assert(
      fc.asyncProperty(
        mood,
        size,
        methods,
        fc.array(phase, { maxLength: 6 }),
        async (first, count, extra, phases) => {
          const world = createMoodyFleet(count, extra);
          const { fleet, clock, load, run, setMood } = world;
          setMood(first);
          fleet.start();
          for (const [next, happen, ms] of phases) {
            await run(ms / 2);
            setMood(next);
            await happen(world);
            await run(ms / 2);
            assert.ok(load.maxRequests <= 100, `${load.maxRequests} requests in ten seconds`);
          }
          setMood(goodMood);
          fleet.configure({ attention: "visible", intervals: pollIntervals });
          await run(180_000);
          assert.ok(load.maxRequests <= 100, `${load.maxRequests} requests in ten seconds`);
          assert.ok(load.maxInFlight <= 1, `${load.maxInFlight} requests for statuses at once`);
          const { online, total } = fleet.counts();
          assert.deepEqual([online, fleet.problem], [total, undefined]);
          assert.equal(total, Object.keys(world.server.nodes).length);
          fleet.dispose();
          await run(1000);
          assert.equal(clock.pending, 0);
        },
      ),
      { numRuns: 50 },
    );
  });
});
