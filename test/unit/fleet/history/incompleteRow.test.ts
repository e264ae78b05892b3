import { type SampleField } from "../../../../src/shared/metrics";
import assert from "node:assert/strict";
import { maskIncompleteZeros } from "../../../../src/fleet/history/incompleteRow";
import { minute } from "../../../builders/history";

const noon = Date.UTC(2026, 0, 1, 12);

type Rows = Partial<Readonly<Record<SampleField, readonly number[]>>>;

/** The last row of a node whose rows are `step` apart and end at noon, when it is asked so much later. */
function lastRow(rows: Rows, { passed = 4000, step = minute, last = noon, whole = true } = {}) {
  const count = Math.max(...Object.values(rows).map(({ length }) => length));
  const times = Float64Array.from({ length: count }, (_, row) => last - (count - 1 - row) * step);
  const fields = Object.fromEntries(
    Object.entries(rows).map(([name, values]) => [name, Float64Array.from(values)]),
  );
  const nodes = new Map([["a", { times, fields }]]);
  const history = { from: times[0], to: last + passed, nodes, rows: count };
  const mended = maskIncompleteZeros(history, last + passed, whole).nodes.get("a")?.fields ?? {};
  const row = Object.entries(mended).map(([name, values]) => [name, values.at(-1)] as const);
  const held = Object.values(fields).map((values) => values.at(-1));
  assert.deepEqual(
    held,
    Object.values(rows).map((values) => values.at(-1)),
    "what is held stays",
  );
  return Object.fromEntries(row);
}

describe("maskIncompleteZeros", () => {
  it("replaces the zeros of fields before the first report by NaN", () => {
    const rows = {
      cpu: [5, 6, 0],
      gpu: [0, 0, 0],
      memory: [9, 9, 0],
      swap: [0, 0, 0],
      load: [1, 1, 0],
      disk: [7, 7, 7],
      networkIn: [3, 3, 0],
      processes: [8, 8, 8],
    };
    const known = { gpu: 0, swap: 0, disk: 7, networkIn: 0, processes: 8 };
    const row = { ...known, cpu: NaN, memory: NaN, load: NaN };
    assert.deepEqual(lastRow(rows), row);
    assert.deepEqual(lastRow(rows, { passed: 50_000 }), row, "memory is never 0");
  });

  it("keeps zeros of an idle processor and network", () => {
    const idle = { cpu: [5, 6, 0], memory: [9, 9, 9], networkIn: [100, 3, 0] };
    assert.deepEqual(lastRow(idle, { passed: 30_000 }), { cpu: 0, memory: 9, networkIn: 0 });
    assert.deepEqual(lastRow(idle), { cpu: NaN, memory: 9, networkIn: 0 });
  });

  it("keeps the zeros of a row whose step is over, for example of an offline node", () => {
    const rows = { cpu: [5, 6, 0], memory: [9, 9, 0], processes: [8, 8, 8] };
    assert.equal(lastRow(rows, { passed: minute }).memory, 0);
    assert.equal(lastRow(rows, { passed: 90 * minute }).cpu, 0);
  });

  it("handles a step of an hour that began long ago", () => {
    const rows = { cpu: [5, 6, 0], memory: [9, 9, 0], processes: [8, 8, 8] };
    const hour = { passed: 16 * minute, step: 60 * minute };
    assert.deepEqual(lastRow(rows, hour), { cpu: NaN, memory: NaN, processes: 8 });
    assert.equal(lastRow(rows, { ...hour, passed: 60 * minute }).memory, 0);
  });

  it("detects the row by its time alone if only some fields were requested", () => {
    const part = { whole: false };
    assert.deepEqual(lastRow({ cpu: [5, 0] }, part), { cpu: NaN });
    assert.deepEqual(lastRow({ cpu: [5, 0] }, { ...part, passed: 15_000 }), { cpu: 0 });
    assert.deepEqual(lastRow({ memory: [5, 0] }, { ...part, passed: 15_000 }), {
      memory: NaN,
    });
    assert.deepEqual(lastRow({ networkIn: [0, 0] }, part), { networkIn: 0 });
  });

  it("keeps rows of old servers, whose times are at any second", () => {
    const rows = { cpu: [5, 0], memory: [9, 0], processes: [8, 8] };
    assert.equal(lastRow(rows, { last: noon + 7000 }).cpu, 0);
    assert.equal(lastRow(rows, { passed: 0 }).cpu, 0);
  });
});
