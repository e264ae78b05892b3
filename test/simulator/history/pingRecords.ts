import { pingStats } from "../fleet/pingStats";
import { writeTime } from "../goTime";
import { groupBy } from "../groupBy";
import { type Json, JsonText, writeJson } from "../json";
import { type World } from "../world";
import { shareOut, thin } from "./grid";
import { type PingRow, pingRows } from "./pingRows";
import { type TaskQuery, taskInfo } from "./pingTaskInfo";
import { type TimeRange } from "./timeRange";

export interface PingRecordsQuery extends TaskQuery {
  /** What the response says that it is of. */
  readonly reportedRange: TimeRange;
  /** Below 0 = no limit. */
  readonly max: number;
}

export function pingRecords(query: PingRecordsQuery, world: World): JsonText {
  const { history } = world.profile;
  const rows = pingRows(query, world);
  const limited = limit(rows, query, world);
  const head = {
    count: limited.length,
    basic_info: rows.length === 0 ? undefined : basicInfo(rows),
  };
  const tasks = taskInfo(rows, query, world, history.pingQuantiles);
  // Old servers list tasks only in requests for a node or a task, and then only if there are any.
  const isSpecific = query.ofOneNode || query.taskId > 0;
  const hasTasks = history.pingTasks === "always" || (isSpecific && tasks.length > 0);
  const tail = {
    tasks: hasTasks ? tasks : undefined,
    from: writeTime(query.reportedRange.from, world.profile.time),
    to: writeTime(query.reportedRange.to, world.profile.time),
  };
  return new JsonText(
    write(writeJson(head).slice(0, -1), limited, writeJson(tail).slice(1), world),
  );
}

export function wirePing({ node, task, time, value }: PingRow, { profile }: World) {
  return { task_id: task.id, time: writeTime(time, profile.time), value, client: node.uuid };
}

/** Loss, best and worst per node. */
export function basicInfo(rows: readonly PingRow[]): Json {
  return [...groupBy(rows, ({ node }) => node.uuid)].map(([client, own]) => {
    const { loss, min, max } = pingStats(own.map(({ value }) => value));
    return { client, loss, min, max };
  });
}

/** Old servers thin the whole; later ones give each task its share. */
function limit(
  rows: readonly PingRow[],
  { max }: PingRecordsQuery,
  { profile }: World,
): readonly PingRow[] {
  if (max < 0 || rows.length <= max) return rows;
  if (!profile.history.pingQuantiles) return thin(rows, max);
  const parts = [...groupBy(rows, ({ task }) => task.id).values()];
  const shares = shareOut(
    parts.map((part) => part.length),
    max,
  );
  return parts
    .flatMap((part, index) => thin(part, shares[index] ?? 0))
    .sort((a, b) => a.time - b.time);
}

const rowsPerPiece = 500;

function* write(
  head: string,
  rows: readonly PingRow[],
  tail: string,
  world: World,
): Iterable<string> {
  yield `${head},"records":[`;
  for (let start = 0; start < rows.length; start += rowsPerPiece) {
    const text = rows
      .slice(start, start + rowsPerPiece)
      .map((row) => writeJson(wirePing(row, world)));
    yield (start === 0 ? "" : ",") + text.join(",");
  }
  yield `],${tail}`;
}
