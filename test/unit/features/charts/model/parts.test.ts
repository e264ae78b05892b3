import assert from "node:assert/strict";
import {
  includesNow,
  liveRange,
  windowOf,
} from "../../../../../src/features/charts/model/chartSpan";
import { sharedProgress } from "../../../../../src/features/charts/model/chartSource";
import { LiveReports } from "../../../../../src/features/charts/model/liveReports";
import { loadSeries, unknownMachine } from "../../../../../src/features/charts/model/loadLines";
import { knownTasks } from "../../../../../src/features/charts/model/pingTasks";
import { SentRows } from "../../../../../src/features/charts/model/chartOutput";
import { type RawSeries } from "../../../../../src/features/charts/model/snapshot";
import { tailPause, throttled } from "../../../../../src/features/charts/model/chartModel";
import { subjectOf } from "../../../../../src/features/common/chartSubject";
import { type Span } from "../../../../../src/shared/chartApi";
import { FakeClock } from "../../../../builders/fakeClock";
import { hour, minute, timesFrom } from "../../../../builders/history";
import { buildPing, buildStatus } from "../../../../builders/status";

const now = 1000 * hour;

function seriesAt(times: readonly number[], id = "load"): RawSeries {
  const column = Float64Array.from(times);
  return { id, times: column, lines: [{ id: "cpu", metric: "cpu", values: column }] };
}

describe("windowOf", () => {
  const cases: readonly (readonly [
    Exclude<Span, { kind: "live" }>,
    number | undefined,
    unknown,
  ])[] = [
    [{ kind: "last", hours: 4 }, 24, { kind: "last", hours: 4 }],
    [{ kind: "last", hours: 72 }, 24, { kind: "last", hours: 24 }],
    [{ kind: "last", hours: 72 }, undefined, { kind: "last", hours: 72 }],
    [{ kind: "all" }, 24, { kind: "last", hours: 24 }],
    [{ kind: "all" }, undefined, { kind: "last", hours: 720 }],
    [
      { kind: "between", from: now - 48 * hour, to: now + hour },
      24,
      { kind: "between", from: now - 24 * hour, to: now },
    ],
    [{ kind: "between", from: now - 48 * hour, to: now - 30 * hour }, 24, undefined],
    [{ kind: "between", from: now + hour, to: now + 2 * hour }, undefined, undefined],
  ];
  for (const [span, kept, window] of cases) {
    it(`of ${JSON.stringify(span)} where ${kept ?? "unknown"} hours are kept`, () => {
      assert.deepEqual(windowOf(span, kept, now), window);
    });
  }
});

describe("includesNow", () => {
  it("is what reaches the present", () => {
    assert.equal(includesNow({ kind: "live" }, now), true);
    assert.equal(includesNow({ kind: "between", from: 0, to: now + 1 }, now), true);
    assert.equal(includesNow({ kind: "between", from: 0, to: now }, now), false);
  });
});

describe("liveRange", () => {
  const length = (first?: number) => now - liveRange(now, first).from;

  it("grows with what there is, from one minute to five", () => {
    assert.equal(length(now - 2000), minute);
    assert.equal(length(now - 2 * minute), 2 * minute);
    assert.equal(length(now - 9 * minute), 5 * minute);
  });

  it("is whole where nothing was reported", () => assert.equal(length(), 5 * minute));
});

describe("LiveReports", () => {
  it("keeps reports in order of time, each once, for ten minutes", () => {
    const reports = new LiveReports();
    const at = (time: number | undefined, cpu: number) => buildStatus({ time, cpu });
    reports.add("a", [at(now - 2000, 2), at(now - 11 * minute, 0), at(now - 3000, 1)], now);
    reports.add("a", [at(now, 4), at(now - 2000, 3), at(undefined, 9)], now);
    assert.deepEqual(
      reports.samplesOf("a").map(({ cpu }) => cpu),
      [1, 3, 4],
    );
    assert.equal(reports.isFresh("a", now), true);
    assert.equal(reports.isFresh("a", now + minute), false);
    assert.equal(reports.isFresh("b", now), false);
    reports.add("a", [], now + 11 * minute);
    assert.deepEqual(reports.samplesOf("a"), []);
  });

  it("is filled with records where there are no reports", () => {
    const reports = new LiveReports();
    const at = (time: number, cpu: number) => buildStatus({ time, cpu });
    reports.add("a", [at(now - 70_000, 1), at(now, 2)], now);
    const fill = (count: number) => {
      const times = Array.from({ length: count }, (_, index) => now - (count - index) * minute);
      const cpu = Float64Array.from(times.keys());
      const load = new Float64Array(count).fill(NaN);
      reports.fill("a", { times: Float64Array.from(times), fields: { cpu, load } }, now);
      return reports.samplesOf("a").map((sample) => sample.cpu);
    };
    assert.deepEqual(fill(5), [1, 2], "so few would be taken for gaps");
    assert.deepEqual(fill(6), [0, 1, 2, 3, 4, 1, 2]);
    assert.equal(reports.samplesOf("a")[0]?.load, undefined);
  });

  it("keeps none from the future, which would never become old", () => {
    const reports = new LiveReports();
    const times = [now, now + 1000, now + 2 * minute, now + 1000 * hour];
    reports.add(
      "a",
      times.map((time) => buildStatus({ time })),
      now,
    );
    assert.deepEqual(
      reports.samplesOf("a").map(({ time }) => time),
      [now, now + 1000],
    );
  });
});

describe("SentRows", () => {
  it("returns new rows, from the last row on", () => {
    const sent = new SentRows();
    sent.reset([seriesAt([1, 2, 3])]);
    assert.deepEqual(sent.takeDelta([seriesAt([2, 3])]), []);
    const [delta] = sent.takeDelta([seriesAt([2, 3, 4, 5])]);
    assert.deepEqual([...(delta?.times ?? [])], [3, 4, 5]);
    assert.deepEqual([...(delta?.lines[0]?.values ?? [])], [3, 4, 5]);
    assert.deepEqual(sent.takeDelta([seriesAt([3, 4, 5])]), []);
  });

  it("sends the last row again when its bucket has got another value", () => {
    const sent = new SentRows();
    sent.reset([seriesAt([1, 2, 3])]);
    const [line] = seriesAt([3]).lines;
    assert(line !== undefined);
    const values = Float64Array.of(33);
    const fuller = { ...seriesAt([3]), lines: [{ ...line, values }] };
    assert.deepEqual(sent.takeDelta([fuller]), [fuller]);
    assert.deepEqual(sent.takeDelta([fuller]), []);
  });

  it("returns all rows of a new series", () => {
    const sent = new SentRows();
    sent.reset([seriesAt([1, 2])]);
    const delta = sent.takeDelta([seriesAt([1, 2]), seriesAt([1, 2], "ping:1")]);
    assert.deepEqual(
      delta.map(({ id, times }) => [id, times.length]),
      [["ping:1", 2]],
    );
  });
});

describe("tailPause", () => {
  const every = (step: number) => ({
    from: 0,
    to: 1,
    others: [],
    sampled: false,
    series: [{ ...seriesAt([]), times: timesFrom(0, 10 * step, step) }],
  });
  const last: Span = { kind: "last", hours: 1 };
  const cases: readonly (readonly [string, number, number])[] = [
    ["a minute at least", tailPause(last, every(1000), 0, 0.5), minute],
    ["a bucket", tailPause(last, every(5 * minute), 0, 0.5), 5 * minute],
    [
      "a part of the span that can be seen",
      tailPause(last, { ...every(minute), to: 10 * hour }, 0, 0.5),
      2 * minute,
    ],
    ["a minute while nothing is known", tailPause(last, undefined, 0, 0.5), minute],
    ["a minute live, whatever was shown", tailPause({ kind: "live" }, every(hour), 0, 0.5), minute],
    ["twice that after a failure", tailPause(last, undefined, 1, 0.5), 2 * minute],
    ["an hour at most", tailPause(last, every(24 * hour), 9, 0.5), hour],
    ["a tenth less at best", tailPause(last, undefined, 0, 0), 0.9 * minute],
    ["a tenth more at worst", tailPause(last, undefined, 0, 1), 1.1 * minute],
  ];
  for (const [what, pause, expected] of cases) {
    it(`is ${what}`, () => assert.ok(Math.abs(pause - expected) < 1));
  }
});

describe("throttled", () => {
  it("lets the first through, and one in a while after that", () => {
    const clock = new FakeClock();
    const messages: number[] = [];
    const throttledPush = throttled(clock, 200, (value: number) => messages.push(value));
    throttledPush(1);
    throttledPush(2);
    clock.advance(199);
    throttledPush(3);
    clock.advance(1);
    throttledPush(4);
    assert.deepEqual(messages, [1, 4]);
  });
});

describe("sharedProgress", () => {
  it("adds up, and expects a number only when all do", () => {
    const messages: unknown[] = [];
    const { signal } = new AbortController();
    const onProgress = (progress: unknown) => void messages.push(progress);
    const [first, second] = sharedProgress({ signal, onProgress }, 2);
    first?.onProgress({ rows: 5, expected: 10 });
    second?.onProgress({ rows: 1, expected: 20 });
    assert.deepEqual(messages, [
      { rows: 5, expected: undefined },
      { rows: 6, expected: 30 },
    ]);
  });
});

describe("loadSeries", () => {
  const times = Float64Array.of(1, 2);

  it("has a line for what is known at some time, in the order of the metrics", () => {
    const fields = {
      gpu: Float64Array.of(NaN, NaN),
      networkIn: Float64Array.of(NaN, 5),
      cpu: Float64Array.of(0, 0),
    };
    const series = loadSeries({ times, fields }, unknownMachine);
    assert.deepEqual(
      series?.lines.map(({ id }) => id),
      ["cpu", "networkIn"],
    );
  });

  const ofMemory = (metric: string) => (metric === "memory" ? 8 : undefined);

  it("takes totals from the node, else from the last row that has one", () => {
    const used = Float64Array.of(1, 1);
    const fields = {
      memory: used,
      memoryTotal: Float64Array.of(7, 7),
      disk: used,
      diskTotal: Float64Array.of(9, NaN),
    };
    const series = loadSeries({ times, fields }, { ...unknownMachine, totalOf: ofMemory });
    assert.deepEqual(
      series?.lines.map(({ id, total }) => [id, total]),
      [
        ["memory", 8],
        ["disk", 9],
      ],
    );
  });

  it("has a line for an idle GPU, but none for records of 0 where there is no GPU", () => {
    const linesOf = (gpu: Float64Array, hasGpu: boolean) =>
      loadSeries({ times, fields: { gpu } }, { ...unknownMachine, hasGpu })?.lines;
    const idle = Float64Array.of(0, 0);
    assert.equal(linesOf(idle, false), undefined);
    assert.deepEqual(linesOf(idle, true)?.[0]?.values, idle);
    // Used once, it was idle for the rest.
    const once = Float64Array.of(0, 40);
    assert.deepEqual(linesOf(once, false)?.[0]?.values, once);
  });

  it("has no line for 0 used of an unknown total, and one for what is used of it", () => {
    const [nothing, some] = [Float64Array.of(0, 0), Float64Array.of(0, 3)];
    const fields = { memory: nothing, swap: nothing, disk: some };
    const series = loadSeries({ times, fields }, unknownMachine);
    assert.deepEqual(
      series?.lines.map(({ id }) => id),
      ["disk"],
    );
    const known = loadSeries({ times, fields }, { ...unknownMachine, totalOf: ofMemory });
    assert.deepEqual(known?.lines[0]?.id, "memory");
  });

  it("has no swap line for a machine without swap", () => {
    const fields = { swap: Float64Array.of(0, 0) };
    assert.equal(loadSeries({ times, fields }, { ...unknownMachine, totalOf: () => 0 }), undefined);
  });
});

describe("knownTasks", () => {
  const status = (...ids: readonly number[]) =>
    buildStatus({ ping: ids.map((taskId) => buildPing({ taskId, name: `task ${taskId}` })) });
  const servers = new Map(
    ["one", "two"].map((name) => [name, { name, status: () => status(2, 1) }]),
  );

  it("are those of all nodes, each once, in order", () => {
    const members = ["a", "b"].map((uuid) => ({ serverId: "one", uuid }));
    const subject = subjectOf("x", members);
    assert.ok(subject);
    const tasks = knownTasks(subject, (id) => servers.get(id));
    assert.deepEqual(
      tasks.map(({ id, name }) => [id, name]),
      [
        [1, "task 1"],
        [2, "task 2"],
      ],
    );
  });

  it("have numbers of their own where servers use the same ones", () => {
    const subject = subjectOf("x", [
      { serverId: "one", uuid: "a" },
      { serverId: "two", uuid: "a" },
    ]);
    assert.ok(subject);
    const tasks = knownTasks(subject, (id) => servers.get(id));
    assert.equal(new Set(tasks.map(({ id }) => id)).size, 4);
    assert.deepEqual(
      tasks.map(({ name, serverId, taskId }) => [name, serverId, taskId]),
      [
        ["task 1 — one", "one", 1],
        ["task 2 — one", "one", 2],
        ["task 1 — two", "two", 1],
        ["task 2 — two", "two", 2],
      ],
    );
  });
});
