import { type SampleField } from "../../shared/metrics";
import { type LoadColumns, type LoadHistory } from "../../komari/model/records";
import { medianStep } from "./historyWindow";

/**
 * 1.4.3 calculates the fields of a row one after the other, in this order. If the first report of its newest
 * step arrives in between, the earlier fields of that row are 0.
 */
const order = [
  ...(["cpu", "gpu", "memory", "swap", "load", "disk", "networkIn"] as const),
  ...(["networkOut", "totalUp", "totalDown", "processes", "tcpConnections"] as const),
  "udpConnections",
] as const satisfies readonly SampleField[];

/** Fields that are never 0 on a running machine. */
const neverZero: readonly SampleField[] = ["memory", "disk", "processes"];

const minuteMs = 60_000;

/** After this time an agent has usually reported, so zeros are real values. */
const reportDelayMs = 15_000;

/**
 * Replaces the zeros of an incomplete row by NaN until it is requested again. Fields that were 0 in the row before are kept.
 * @param requestedAt by the server's clock.
 * @param whole whether the rows have all fields.
 */
export function maskIncompleteZeros(
  history: LoadHistory,
  requestedAt: number,
  whole: boolean,
): LoadHistory {
  const masked = Array.from(history.nodes, ([uuid, columns]) => {
    const incomplete = incompleteFields(columns, requestedAt, whole);
    return [uuid, incomplete.length === 0 ? columns : maskFields(columns, incomplete)] as const;
  });
  return { ...history, nodes: new Map(masked) };
}

/**
 * Steps begin at whole minutes. Rows of old servers have the time of the end of their step, rarely a whole
 * minute, and are complete; so is a row of the current moment, in which no step can have incomplete and reported.
 */
function incompleteFields({ times, fields }: LoadColumns, requestedAt: number, whole: boolean) {
  const last = times.at(-1) ?? NaN;
  const passed = requestedAt - last;
  const isOpen = passed < (medianStep(times) ?? minuteMs);
  if (!isOpen || passed === 0 || last % minuteMs !== 0) return [];
  const row = times.length - 1;
  const known = order.filter((field) => fields[field] !== undefined);
  const first = known.findIndex((field) => fields[field]?.[row] !== 0);
  const before = whole && first >= 0 ? known.slice(0, first) : known;
  const dropped = before.filter((field) => droppedToZero(fields[field], row));
  return passed < reportDelayMs || dropped.some((field) => neverZero.includes(field))
    ? dropped
    : [];
}

function droppedToZero(column: Float64Array | undefined, row: number): boolean {
  return column?.[row] === 0 && column[row - 1] !== 0;
}

function maskFields(
  { times, fields }: LoadColumns,
  incomplete: readonly SampleField[],
): LoadColumns {
  const columns = Object.entries(fields).map(([name, column]) => {
    const field = name as SampleField;
    return [field, incomplete.includes(field) ? column.with(-1, NaN) : column] as const;
  });
  return { times, fields: Object.fromEntries(columns) };
}
