import { type SampleField } from "../../shared/metrics";
import { type LoadColumns, type LoadHistory } from "../../komari/model/records";
import { type TimeRange } from "../../shared/times";
import { concat, rowsThrough, medianStep } from "./historyWindow";
import { lowerBound } from "../../shared/sortedSearch";
import { hasStepOf, isFineStep, type RangeKind } from "./rangeKind";

/** History of load, of one node or of many. */
export const loadRange: RangeKind<LoadHistory> = {
  rows: ({ rows }) => rows,
  bytes: ({ nodes }) => sum(Array.from(nodes.values(), bytesOf)),
  lastTime: ({ nodes }) => {
    const last = Array.from(nodes.values(), ({ times }) => times.at(-1) ?? -Infinity);
    const newest = last.reduce((a, b) => Math.max(a, b), -Infinity);
    return newest === -Infinity ? undefined : newest;
  },
  isFinest: ({ nodes }) => {
    const steps = Array.from(nodes.values(), ({ times }) => medianStep(times));
    const known = steps.filter((step) => step !== undefined);
    return known.length > 0 && known.every((step) => isFineStep(step));
  },
  hasStepOf: (data, tail) =>
    [...tail.nodes].every(([uuid, { times }]) => {
      const before = data.nodes.get(uuid);
      return before === undefined || hasStepOf(before.times, times);
    }),
  slice: (data, range) => ({ ...data, nodes: mapNodes(data, (each) => slice(each, range)) }),
  extend: (data, tail) => {
    const nodes = new Map(data.nodes);
    for (const [uuid, columns] of tail.nodes) {
      const before = nodes.get(uuid);
      nodes.set(uuid, before === undefined ? columns : extend(before, columns));
    }
    return { ...data, to: tail.to ?? data.to, nodes, rows: rowsOf(nodes) };
  },
};

function mapNodes({ nodes }: LoadHistory, map: (columns: LoadColumns) => LoadColumns) {
  return new Map(Array.from(nodes, ([uuid, columns]) => [uuid, map(columns)] as const));
}

function rowsOf(nodes: LoadHistory["nodes"]): number {
  return sum(Array.from(nodes.values(), ({ times }) => times.length));
}

function bytesOf({ times, fields }: LoadColumns): number {
  return times.byteLength * (1 + Object.keys(fields).length);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}

function slice({ times, fields }: LoadColumns, range: TimeRange): LoadColumns {
  const [begin, end] = rowsThrough(times, range);
  if (begin === 0 && end === times.length) return { times, fields };
  return {
    times: times.subarray(begin, end),
    fields: mapFields(fields, (column) => column.subarray(begin, end)),
  };
}

/** The last cached row may be of an incomplete bucket, so it is replaced. */
function extend(before: LoadColumns, after: LoadColumns): LoadColumns {
  const [first] = after.times;
  if (first === undefined) return before;
  const kept = lowerBound(before.times, first);
  const names = { ...before.fields, ...after.fields };
  return {
    times: concat(before.times.subarray(0, kept), after.times),
    fields: mapFields(names, (_, name) =>
      concat(
        before.fields[name]?.subarray(0, kept) ?? unknown(kept),
        after.fields[name] ?? unknown(after.times.length),
      ),
    ),
  };
}

function unknown(length: number): Float64Array {
  return new Float64Array(length).fill(NaN);
}

function mapFields(
  fields: LoadColumns["fields"],
  map: (column: Float64Array, name: SampleField) => Float64Array,
): LoadColumns["fields"] {
  const mapped: Partial<Record<SampleField, Float64Array>> = {};
  for (const [name, column] of Object.entries(fields)) {
    mapped[name as SampleField] = map(column, name as SampleField);
  }
  return mapped;
}
