import { loadRecords } from "../../src/komari/historyKinds";
import { type HistoryServer } from "../../src/fleet/history/historyStore";
import {
  type LoadColumns,
  type LoadHistory,
  type PingHistory,
} from "../../src/komari/model/records";
import { type LoadQuery, type PingQuery } from "../../src/komari/recordsQuery";
import { type FetchOptions } from "../../src/fleet/history/sharedRequests";

export const minute = 60_000;
export const hour = 60 * minute;

/** Times from `from` to `to`, both included. */
export function timesFrom(from: number, to: number, step: number): Float64Array {
  const count = Math.max(0, Math.floor((to - from) / step) + 1);
  return Float64Array.from({ length: count }, (_, index) => from + index * step);
}

/** Rows whose CPU is the minute of the hour, so that each can be told by its value. */
export function cpuColumns(times: Float64Array): LoadColumns {
  return { times, fields: { cpu: times.map((time) => (time / minute) % 60) } };
}

interface RecordedRequest<Q> {
  readonly query: Q;
  readonly options: FetchOptions;
  readonly answer: () => void;
  readonly fail: (error: Error) => void;
}

/**
 * A server with a row for every `step` of two nodes, `a` and `b`, since ever, that responses when it
 * is told; `now` is its clock.
 */
export function createHistoryServer({ step = minute, id = "https://one.example" } = {}) {
  const loads: RecordedRequest<LoadQuery>[] = [];
  const pings: RecordedRequest<PingQuery>[] = [];
  const state = { now: Date.UTC(2026, 0, 1, 12), holding: false, step };
  const recordRequest = <Q, T>(
    list: RecordedRequest<Q>[],
    query: Q,
    options: FetchOptions,
    make: () => T,
  ) =>
    new Promise<T>((resolve, reject) => {
      const answer = () => resolve(make());
      list.push({ query, options, answer, fail: reject });
      options.signal.addEventListener("abort", () => reject(new Error("aborted")));
      if (!state.holding) answer();
    });
  const spanOf = ({ hours, start, end }: LoadQuery | PingQuery) => ({
    from: start ?? state.now - (hours ?? 1) * hour,
    to: end ?? state.now,
  });
  const timesOf = (query: LoadQuery | PingQuery) => {
    const { from, to } = spanOf(query);
    return timesFrom(Math.ceil(from / state.step) * state.step, to, state.step);
  };
  const loadHistory = (query: LoadQuery): LoadHistory => {
    const times = timesOf(query);
    const uuids = query.uuid === undefined ? ["a", "b"] : [query.uuid];
    const nodes = new Map(uuids.map((uuid) => [uuid, cpuColumns(times)]));
    return { ...spanOf(query), nodes, rows: times.length * uuids.length };
  };
  const pingHistory = (query: PingQuery): PingHistory => {
    const times = timesOf(query);
    const series = [1, 2].map((taskId) => ({
      taskId,
      uuid: query.uuid ?? "a",
      times,
      values: times.map((time) => (time / minute) % 60),
    }));
    return { ...spanOf(query), series, tasks: [], rows: times.length * 2 };
  };
  /** The kind says of which type query and history are, which the compiler cannot know. */
  const ask = (kind: unknown, query: unknown, options: FetchOptions): Promise<never> => {
    const [load, ping] = [query as LoadQuery, query as PingQuery];
    const response =
      kind === loadRecords
        ? recordRequest(loads, load, options, () => loadHistory(load))
        : recordRequest(pings, ping, options, () => pingHistory(ping));
    return response as Promise<never>;
  };
  const server: HistoryServer = {
    id,
    serverTime: () => state.now,
    session: {
      api: {
        records: (kind, query, options) => ask(kind, query, options as FetchOptions),
      },
    },
  };
  return { server, state, loads, pings };
}
