import { type LoadColumns, type LoadField, type LoadHistory } from "../../komari/records";
import { usualStep } from "./historyWindow";

/**
 * A server that works out the fields of a row one after the other may have begun its newest step between
 * two of them: those that it had looked at before are 0 in the row. They are unknown until it is asked
 * again. What was 0 in the row before is so still.
 * @param asked when, by the server's clock.
 */
export function withoutBegunZeros(history: LoadHistory, asked: number): LoadHistory {
  const mended = Array.from(history.nodes, ([uuid, columns]) => {
    return [uuid, isBegun(columns, asked) ? mend(columns) : columns] as const;
  });
  return { ...history, nodes: new Map(mended) };
}

/** The shortest step of a server that tells one that is not over; an agent has reported within it. */
const shortestMs = 60_000;

/** What no machine that runs has none of. */
const neverNone = ["memoryUsed", "diskUsed", "processes"] as const satisfies readonly LoadField[];

/**
 * Steps begin with whole minutes; rows of old servers are written at odd seconds, and complete. Longer
 * steps have their first row when they are well under way.
 */
function isBegun({ times, fields }: LoadColumns, asked: number): boolean {
  const last = times.at(-1) ?? NaN;
  const passed = asked - last;
  if (last % shortestMs !== 0) return false;
  if (passed < shortestMs) return true;
  const isOpen = passed < (usualStep(times) ?? 0);
  return isOpen && neverNone.some((field) => hasFallen(fields[field], times.length - 1));
}

function mend({ times, fields }: LoadColumns): LoadColumns {
  const last = times.length - 1;
  const columns = Object.entries(fields).map(([name, column]) => {
    return [name as LoadField, hasFallen(column, last) ? column.with(last, NaN) : column] as const;
  });
  return { times, fields: Object.fromEntries(columns) };
}

/** To 0, at this row. */
function hasFallen(column: Float64Array | undefined, row: number): boolean {
  return column?.[row] === 0 && column[row - 1] !== 0;
}
