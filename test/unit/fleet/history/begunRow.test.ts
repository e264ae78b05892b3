import assert from "node:assert/strict";
import { withoutBegunZeros } from "../../../../src/fleet/history/begunRow";
import { type LoadField } from "../../../../src/komari/records";
import { minute } from "../../../builders/history";

const noon = Date.UTC(2026, 0, 1, 12);

type Rows = Partial<Readonly<Record<LoadField, readonly number[]>>>;

/** The last row of a node whose rows are `step` apart and end at noon, when it is asked so much later. */
function lastRow(rows: Rows, { passed = 4000, step = minute, last = noon } = {}) {
  const count = Math.max(...Object.values(rows).map(({ length }) => length));
  const times = Float64Array.from({ length: count }, (_, row) => last - (count - 1 - row) * step);
  const fields = Object.fromEntries(
    Object.entries(rows).map(([name, values]) => [name, Float64Array.from(values)]),
  );
  const nodes = new Map([["a", { times, fields }]]);
  const history = { from: times[0], to: last + passed, nodes, rows: count };
  const mended = withoutBegunZeros(history, last + passed).nodes.get("a")?.fields ?? {};
  const row = Object.entries(mended).map(([name, values]) => [name, values.at(-1)] as const);
  assert.deepEqual(fields.cpu, Float64Array.from(rows.cpu ?? []), "what is held stays as it is");
  return Object.fromEntries(row);
}

describe("a row that has just begun", () => {
  it("has no zeros but those that were there before", () => {
    const rows = {
      cpu: [5, 6, 0],
      memoryUsed: [9, 9, 0],
      swapUsed: [0, 0, 0],
      processes: [8, 8, 8],
    };
    assert.deepEqual(lastRow(rows), { cpu: NaN, memoryUsed: NaN, swapUsed: 0, processes: 8 });
  });

  it("knows nothing that is 0 where it is the only one", () => {
    assert.deepEqual(lastRow({ cpu: [0], processes: [8] }), { cpu: NaN, processes: 8 });
  });

  it("keeps its zeros when it is over, as of a node that is offline", () => {
    const rows = { cpu: [5, 6, 0], networkIn: [100, 0, 0] };
    assert.deepEqual(lastRow(rows, { passed: minute }), { cpu: 0, networkIn: 0 });
    assert.deepEqual(lastRow(rows, { passed: 90 * minute }), { cpu: 0, networkIn: 0 });
  });

  it("is complete where old servers write it, at any second", () => {
    assert.deepEqual(lastRow({ cpu: [5, 0] }, { last: noon + 7000 }), { cpu: 0 });
  });

  it("of an hour is known by what cannot be 0", () => {
    const hour = { passed: 16 * minute, step: 60 * minute };
    const idle = { cpu: [5, 6, 0], memoryUsed: [9, 9, 9], udpConnections: [2, 1, 0] };
    assert.deepEqual(lastRow(idle, hour), { cpu: 0, memoryUsed: 9, udpConnections: 0 });
    const begun = { cpu: [5, 6, 0], memoryUsed: [9, 9, 0], processes: [8, 8, 8] };
    assert.deepEqual(lastRow(begun, hour), { cpu: NaN, memoryUsed: NaN, processes: 8 });
    assert.deepEqual(lastRow(begun, { ...hour, passed: 60 * minute }).memoryUsed, 0);
  });
});
