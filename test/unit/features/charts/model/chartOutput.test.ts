import assert from "node:assert/strict";
import { ChartOutput } from "../../../../../src/features/charts/model/chartOutput";
import { type Snapshot } from "../../../../../src/features/charts/model/snapshot";
import { type ChartQuery } from "../../../../../src/shared/chartApi";
import { decodeTimes } from "../../../../../src/shared/series";
import { hour, minute } from "../../../../builders/history";

const query: ChartQuery = { id: 1, span: { kind: "live" } };
const now = 1000 * minute;

function snapshotAt(to: number, times: readonly number[]): Snapshot {
  const column = Float64Array.from(times);
  const line = { id: "cpu", metric: "cpu", values: column } as const;
  const series = [{ id: "load", times: column, lines: [line] }];
  return { from: to - 5 * minute, to, series, others: [], sampled: false };
}

function createOutput() {
  const messages: (readonly [string, ...number[]])[] = [];
  const nothing = () => undefined;
  const output = new ChartOutput(
    {
      data: ({ series: [load] }) =>
        messages.push(["data", ...(load ? decodeTimes(load.times) : [])]),
      append: ({ series: [load] }) =>
        messages.push(["append", ...(load ? decodeTimes(load.times) : [])]),
      progress: nothing,
      notice: nothing,
    },
    nothing,
  );
  return { output, messages };
}

describe("ChartOutput", () => {
  it("sends everything again when the server's clock is set back, and then appends", () => {
    const { output, messages } = createOutput();
    output.show(query, "home", snapshotAt(now, [now - minute, now]));
    const back = now - 60 * minute;
    output.append(query, snapshotAt(back, [back]));
    output.append(query, snapshotAt(back + 2000, [back, back + 2000]));
    assert.deepEqual(messages, [
      ["data", now - minute, now],
      ["data", back],
      ["append", back, back + 2000],
    ]);
  });

  it("sends everything again when the server returns other rows for the same time", () => {
    const { output, messages } = createOutput();
    output.show(query, "home", snapshotAt(now, [now - 30 * minute, now - 15 * minute, now]));
    output.append(query, snapshotAt(now + minute, [now - 15 * minute, now + minute]));
    output.append(query, snapshotAt(now + minute, [now - minute, now, now + minute]));
    assert.deepEqual(messages.slice(1), [
      ["data", now - 15 * minute, now + minute],
      ["data", now - minute, now, now + minute],
    ]);
  });

  it("sends everything again when a row before the last one has changed", () => {
    const { output, messages } = createOutput();
    const at = (values: readonly number[]): Snapshot => {
      const snapshot = snapshotAt(now, [now - 2 * minute, now - minute, now]);
      const series = snapshot.series.map((each) => ({
        ...each,
        lines: each.lines.map((line) => ({ ...line, values: Float64Array.from(values) })),
      }));
      return { ...snapshot, series };
    };
    output.show(query, "home", at([1, 2, 3]));
    output.append(query, at([1, 2, 4]));
    output.append(query, at([1, 5, 4]));
    assert.deepEqual(
      messages.map(([kind]) => kind),
      ["data", "append", "data"],
    );
  });

  it("starts the span of all data at the first row, also of series that stay", () => {
    const { output } = createOutput();
    const all = { id: 1, span: { kind: "all" } } as const;
    const pings = snapshotAt(now, [now]).series.map((series) => ({ ...series, id: "ping:1" }));
    const long = snapshotAt(now, [now - hour, now]);
    output.show(all, "home", { ...long, from: now - hour });
    output.show(all, "home", { ...long, from: now - minute, series: pings }, true);
    assert.equal(output.snapshot?.from, now - hour);
    output.show(all, "home", { ...long, from: now - minute });
    assert.equal(output.snapshot.from, now - minute);
  });

  it("keeps the lines of a server that is away", () => {
    const { output } = createOutput();
    const of = (...ids: readonly string[]): Snapshot => {
      const one = snapshotAt(now, [now]);
      return { ...one, series: ids.flatMap((id) => one.series.map((each) => ({ ...each, id }))) };
    };
    const shown = () => output.snapshot?.series.map(({ id }) => id);
    output.show(query, "home, lab", of("node:home:a", "node:lab:a"));
    output.show(query, "lab", of("node:lab:a"), true);
    assert.deepEqual(shown(), ["node:lab:a", "node:home:a"]);
    output.show(query, "home, lab", of("node:home:a"));
    assert.deepEqual(shown(), ["node:home:a"]);
    output.expectData();
    output.show({ ...query, id: 2 }, "lab", of("node:lab:b"), true);
    assert.deepEqual(shown(), ["node:lab:b"], "another query has other lines");
  });

  it("appends if the server's clock differs a little", () => {
    const { output, messages } = createOutput();
    output.show(query, "home", snapshotAt(now, [now - minute]));
    output.append(query, snapshotAt(now - 1000, [now - minute, now - 1000]));
    assert.deepEqual(messages[1], ["append", now - minute, now - 1000]);
  });
});
