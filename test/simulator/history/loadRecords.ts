import { type SimNode, hour } from "../fleet/simNode";
import { writeTime } from "../goTime";
import { JsonText } from "../json";
import { type World } from "../world";
import { type Grid, gridOf, shareOut, thin } from "./grid";
import { type LoadRow, rowWriter } from "./loadRow";
import { type TimeRange } from "./timeRange";

export interface LoadQuery {
  readonly nodes: readonly SimNode[];
  /** What rows are taken from. */
  readonly range: TimeRange;
  /** What the response says that it is of. */
  readonly reportedRange: TimeRange;
  readonly loadType: string;
  /** Over all nodes together; below 0 = no limit. */
  readonly max: number;
}

interface Part {
  readonly node: SimNode;
  readonly times: readonly number[];
}

/** Rows are made while they are sent: a month of a thousand nodes does not fit into a string. */
export function loadRecords(
  { nodes, range, reportedRange, loadType, max }: LoadQuery,
  world: World,
): JsonText {
  const grid = loadGrid(range, world);
  const parts = recordedParts(nodes, grid, world);
  const shares = shareOut(
    parts.map(({ times }) => times.length),
    max,
  );
  const chosen = parts.map(({ node, times }, index) => ({
    node,
    times: thin(times, shares[index] ?? 0),
  }));
  const count = shares.reduce((sum, share) => sum + share, 0);
  const named =
    loadType === "" || loadType === "all" ? "" : `"load_type":${JSON.stringify(loadType)},`;
  const { time } = world.profile;
  const ends = `"from":"${writeTime(reportedRange.from, time)}","to":"${writeTime(reportedRange.to, time)}"`;
  return new JsonText(
    write(`{"count":${count},"records":{`, chosen, grid, `},${named}${ends}}`, loadType, world),
  );
}

/** The rows of one node, for the methods that answer with a list. */
export function loadRows(
  node: SimNode,
  range: TimeRange,
  loadType: string,
  world: World,
): LoadRow[] {
  const grid = loadGrid(range, world);
  const row = rowWriter(loadType, world.profile);
  return recordedParts([node], grid, world).flatMap(({ times }) =>
    times.map((time) => row(node, { time, moment: grid.momentOf(time), stepMs: grid.stepMs })),
  );
}

function loadGrid(range: TimeRange, { clock, knobs, profile }: World): Grid {
  return gridOf(range, clock.now(), knobs.recordPreserveHours * hour, profile);
}

function recordedParts(nodes: readonly SimNode[], grid: Grid, { fleet }: World): Part[] {
  return nodes
    .map((node) => ({
      node,
      times: grid.times.filter((time) => fleet.recorded(node, grid.momentOf(time))),
    }))
    .filter(({ times }) => times.length > 0);
}

const rowsPerPiece = 200;

function* write(
  head: string,
  parts: readonly Part[],
  { momentOf, stepMs }: Grid,
  tail: string,
  loadType: string,
  { profile, knobs, clock }: World,
): Iterable<string> {
  const row = rowWriter(loadType, profile);
  const open = knobs.begunRows && profile.history.buckets ? clock.now() - stepMs : Infinity;
  yield head;
  for (const [index, { node, times }] of parts.entries()) {
    yield `${index === 0 ? "" : ","}"${node.uuid}":[`;
    for (let start = 0; start < times.length; start += rowsPerPiece) {
      const rows = times.slice(start, start + rowsPerPiece);
      const text = rows.map((time) =>
        JSON.stringify(row(node, { time, moment: momentOf(time), stepMs, begun: time > open })),
      );
      yield (start === 0 ? "" : ",") + text.join(",");
    }
    yield "]";
  }
  yield tail;
}
