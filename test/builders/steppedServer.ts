import { type HistoryServer } from "../../src/fleet/history/historyStore";
import { type PingTask } from "../../src/komari/model/model";
import { loadRecords } from "../../src/komari/historyKinds";
import { type LoadHistory, type PingHistory } from "../../src/komari/model/records";
import { type LoadQuery, type PingQuery } from "../../src/komari/recordsQuery";
import { lostPing } from "../../src/shared/series";
import { hour, minute } from "./history";

const day = 24 * hour;

/** As 1.4.3 has it: the older the start, the longer the steps. */
const tiers = [
  { age: 10 * hour, step: minute },
  { age: 50 * hour, step: 5 * minute },
  { age: 25 * day, step: hour },
  { age: Infinity, step: day },
];

/** A value for each minute since ever, never the same twice in a row. */
function loadOf(time: number): number {
  return 1 + ((time / minute) % 97);
}

function pingOf(time: number): number {
  const at = time / minute;
  return at % 7 === 0 || at % 1440 < 60 ? lostPing : at % 53;
}

function averageLoad(minutes: readonly number[]): number {
  return minutes.reduce((sum, each) => sum + loadOf(each), 0) / minutes.length;
}

function lastPing(minutes: readonly number[]): number {
  return pingOf(minutes.at(-1) ?? NaN);
}

/** The second task sends a ping in the third of every five minutes. */
const tasks = [
  { id: 1, intervalSeconds: 60, sends: () => true },
  { id: 2, intervalSeconds: 300, sends: (time: number) => (time / minute) % 5 === 2 },
] as const;

function taskInfo({ id, intervalSeconds }: (typeof tasks)[number]): PingTask {
  const none = { latest: undefined, average: undefined, min: undefined, max: undefined };
  const more = { p50: undefined, p99: undefined, loss: undefined, total: undefined };
  return { id, name: "", intervalSeconds, ...none, ...more };
}

interface Rows {
  readonly times: readonly number[];
  /** The minutes that the row at a time is of, by now. */
  readonly minutesOf: (time: number) => readonly number[];
}

type Tell = (kind: "load" | "ping", from: number, to: number, now: number) => Rows;

/** Rows stand at the start of their step; the newest is of what has passed of it. */
const stepped: Tell = (_kind, from, to, now) => {
  const step = tiers.find(({ age }) => now - from <= age)?.step ?? day;
  return {
    times: timesOf(Math.floor(from / step) * step, to, step),
    minutesOf: (time) => timesOf(time, Math.min(time + step - 1, now), minute),
  };
};

const quarter = 15 * minute;

/**
 * As 1.0.7 has it: every minute for four hours; with rows from before, the newest minute of each
 * quarter, of which the last is for now only. Pings are all there are.
 */
const raw: Tell = (kind, from, to, now) => {
  const recent = now - 4 * hour - minute;
  const minutes = timesOf(Math.ceil(from / minute) * minute, to, minute);
  if (kind === "ping" || from >= recent) return { times: minutes, minutesOf: (time) => [time] };
  const newest = new Map(minutes.map((time) => [Math.floor(time / quarter), time]));
  const times = [...newest].map(([index, time]) => (time < recent ? index * quarter : time));
  return {
    times: times.filter((time) => time >= from),
    minutesOf: (time) => (time < recent ? timesOf(time, time + quarter - 1, minute) : [time]),
  };
};

function timesOf(from: number, to: number, step: number): readonly number[] {
  const count = Math.max(0, Math.floor((to - from) / step) + 1);
  return Array.from({ length: count }, (_, index) => from + index * step);
}

/** A server of two nodes, `a` and `b`, and two ping tasks, whose rows depend on how far back a request goes. */
export function createSteppedServer(start: number, rowsAs: "stepped" | "raw" = "stepped") {
  const state = { now: start };
  const tell = { stepped, raw }[rowsAs];
  const cache = new Map<string, number>();
  const valueOf = (kind: "load" | "ping", minutes: readonly number[]) => {
    const key = `${kind} ${minutes[0]} ${minutes.length} ${minutes.at(-1)}`;
    const value = cache.get(key) ?? (kind === "ping" ? lastPing(minutes) : averageLoad(minutes));
    cache.set(key, value);
    return value;
  };
  const columns = (
    kind: "load" | "ping",
    { hours, start: requested, end }: LoadQuery | PingQuery,
    sends: (time: number) => boolean,
  ) => {
    const from = requested ?? state.now - (hours ?? 1) * hour;
    const to = Math.min(end ?? state.now, state.now);
    const rows = tell(kind, from, to, state.now);
    const found = rows.times
      .map((time) => ({ time, minutes: rows.minutesOf(time).filter(sends) }))
      .filter(({ minutes }) => minutes.length > 0);
    const times = Float64Array.from(found, ({ time }) => time);
    const values = Float64Array.from(found, ({ minutes }) => valueOf(kind, minutes));
    return { from, to, times, values };
  };
  const loadHistory = (query: LoadQuery): LoadHistory => {
    const { from, to, times, values } = columns("load", query, () => true);
    const uuids = query.uuid === undefined ? ["a", "b"] : [query.uuid];
    const nodes = new Map(uuids.map((uuid) => [uuid, { times, fields: { cpu: values } }]));
    return { from, to, nodes, rows: times.length * uuids.length };
  };
  const pingHistory = (query: PingQuery): PingHistory => {
    const requested = tasks.filter(({ id }) => (query.taskId ?? id) === id);
    const uuids = query.uuid === undefined ? ["a", "b"] : [query.uuid];
    const responses = requested.map((task) => ({ task, ...columns("ping", query, task.sends) }));
    const series = responses.flatMap(({ task, times, values }) =>
      uuids.map((uuid) => ({ taskId: task.id, uuid, times, values })),
    );
    const { from, to } = responses[0] ?? { from: undefined, to: undefined };
    const rows = series.reduce((sum, { times }) => sum + times.length, 0);
    return { from, to, series, tasks: requested.map(taskInfo), rows };
  };
  const server: HistoryServer = {
    id: "https://stepped.example",
    serverTime: () => state.now,
    session: {
      api: {
        // The kind says of which type query and history are, which the compiler cannot know.
        records: (kind: unknown, query: unknown) =>
          Promise.resolve(
            kind === loadRecords
              ? loadHistory(query as LoadQuery)
              : pingHistory(query as PingQuery),
          ) as Promise<never>,
      },
    },
  };
  return { server, state };
}
