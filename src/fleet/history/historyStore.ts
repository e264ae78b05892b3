import { type KomariApi } from "../../komari/api";
import { loadRecords, pingRecords } from "../../komari/historyKinds";
import { type PingTask } from "../../komari/model/model";
import {
  type LoadColumns,
  type LoadHistory,
  type PingColumns,
  type PingHistory,
} from "../../komari/model/records";
import { type LoadType } from "../../komari/decode/metricWire";
import { type LoadQuery } from "../../komari/recordsQuery";
import { type TimeRange } from "../../shared/times";
import { maskIncompleteZeros } from "./incompleteRow";
import { ByteBudget } from "./byteBudget";
import { type HistoryWindow, windowQuery } from "./historyWindow";
import { runConcurrently } from "./runConcurrently";
import { loadRange } from "./loadRange";
import { pingRange } from "./pingRange";
import { isSingleRequestCheaper, loadRowLimit, pingRowLimit } from "./rowLimits";
import { type FetchWindow, type CachedRange, RangeCache } from "./rangeCache";
import { type FetchOptions, type RequestOptions } from "./sharedRequests";

/** The parts of a server and its API that the store uses. */
export interface HistoryServer {
  readonly id: string;
  /** The server's clock now, milliseconds since the epoch. */
  serverTime(): number;
  readonly session: {
    readonly api: Pick<KomariApi, "records">;
  };
}

export interface LoadRequest {
  /** Not empty. */
  readonly uuids: readonly string[];
  /** How many nodes the server has. */
  readonly total: number;
  readonly loadType: LoadType;
  readonly window: HistoryWindow;
}

export interface PingRequest {
  /** Undefined: of all nodes. */
  readonly uuid: string | undefined;
  readonly taskId?: number | undefined;
  readonly total: number;
  readonly window: HistoryWindow;
}

export interface LoadResponse extends TimeRange {
  readonly nodes: ReadonlyMap<string, LoadColumns>;
  readonly sampled: boolean;
}

export interface PingResponse extends TimeRange {
  readonly series: readonly PingColumns[];
  readonly tasks: readonly PingTask[];
  readonly sampled: boolean;
  /** The range that the statistics of the tasks cover. */
  readonly counted: TimeRange;
}

const maxBytes = 64 * 1024 * 1024;
const maxConcurrent = 4;

/** Caches the records of all servers for all panels of a window. Rejects with the API's errors. */
export class HistoryStore {
  readonly #load: RangeCache<LoadHistory>;
  readonly #ping: RangeCache<PingHistory>;

  constructor(bytes = maxBytes) {
    const budget = new ByteBudget(bytes);
    this.#load = new RangeCache(loadRange, budget);
    this.#ping = new RangeCache(pingRange, budget);
  }

  /** The load of nodes, by one request for all nodes or one for each node, whichever costs less. */
  async load(
    server: HistoryServer,
    request: LoadRequest,
    options: RequestOptions,
  ): Promise<LoadResponse> {
    const { uuids, total } = request;
    if (isSingleRequestCheaper(uuids.length, total)) {
      return loadResponse([await this.#getLoad(server, undefined, request, options)]);
    }
    const shares = splitProgress(options, uuids.length);
    const tasks = uuids.map((uuid, index) => () => {
      return this.#getLoad(server, uuid, request, { ...options, onProgress: shares[index] });
    });
    return loadResponse(await runConcurrently(maxConcurrent, tasks));
  }

  /** The pings of a node, or those of one task from all nodes. */
  async ping(
    server: HistoryServer,
    request: PingRequest,
    options: RequestOptions,
  ): Promise<PingResponse> {
    const { uuid, taskId, window, total } = request;
    const rowLimit = pingRowLimit(uuid === undefined ? total : undefined);
    const scope = (node: string | undefined, task: number | undefined) =>
      scopeOf(server, "ping", node ?? "*", task ?? "*");
    const range = await this.#ping.get(
      {
        scope: scope(uuid, taskId),
        widerScopes: [
          scope(uuid, undefined),
          scope(undefined, taskId),
          scope(undefined, undefined),
        ],
        window,
        rowLimit,
        now: server.serverTime(),
        fetch: (fetchWindow, fetchOptions) =>
          server.session.api.records(
            pingRecords,
            { uuid, taskId, ...timeParams(fetchWindow), maxCount: rowLimit },
            fetchOptions,
          ),
      },
      options,
    );
    const { data, sampled, counted, from, to } = range;
    const series = data.series.filter(
      (each) =>
        (uuid === undefined || each.uuid === undefined || each.uuid === uuid) &&
        (taskId === undefined || each.taskId === taskId),
    );
    return { from, to, series, tasks: data.tasks, sampled, counted };
  }

  /** Drops the cached records of all other servers. */
  keepOnly(servers: readonly Pick<HistoryServer, "id">[]): void {
    const prefixes = servers.map(serverPrefix);
    this.#load.keepOnly(prefixes);
    this.#ping.keepOnly(prefixes);
  }

  async #getLoad(
    server: HistoryServer,
    uuid: string | undefined,
    { loadType, window, total }: LoadRequest,
    options: RequestOptions,
  ): Promise<CachedRange<LoadHistory>> {
    const rowLimit = loadRowLimit(uuid === undefined ? total : undefined);
    const scope = (node: string | undefined, type: LoadType) =>
      scopeOf(server, "load", node ?? "*", type);
    const request = {
      scope: scope(uuid, loadType),
      widerScopes: [scope(uuid, "all"), scope(undefined, loadType)],
      window,
      rowLimit,
      now: server.serverTime(),
      fetch: (fetchWindow: FetchWindow, fetchOptions: FetchOptions) =>
        server.session.api.records(
          loadRecords,
          { uuid, loadType, ...timeParams(fetchWindow), maxCount: rowLimit },
          fetchOptions,
        ),
    };
    const range = await this.#load.get(request, options);
    return {
      ...range,
      data: maskIncompleteZeros(range.data, range.requestedAt, loadType === "all"),
    };
  }
}

function serverPrefix({ id }: Pick<HistoryServer, "id">): string {
  return `${JSON.stringify(id)} `;
}

function scopeOf(server: HistoryServer, ...parts: readonly (string | number)[]): string {
  return serverPrefix(server) + parts.map((part) => JSON.stringify(part)).join(" ");
}

function timeParams(window: FetchWindow): Pick<LoadQuery, "hours" | "start" | "end"> {
  return window.kind === "since" ? { start: window.start } : windowQuery(window);
}

function loadResponse(ranges: readonly CachedRange<LoadHistory>[]): LoadResponse {
  const nodes = new Map(ranges.flatMap(({ data }) => [...data.nodes]));
  return {
    from: Math.min(...ranges.map(({ from }) => from)),
    to: Math.max(...ranges.map(({ to }) => to)),
    nodes,
    sampled: ranges.some(({ sampled }) => sampled),
  };
}

/** Reports the progress of several requests as that of one. */
function splitProgress(
  { onProgress }: RequestOptions,
  count: number,
): RequestOptions["onProgress"][] {
  const rows = new Array<number>(count).fill(0);
  return rows.map((_, index) => (progress) => {
    rows[index] = progress.rows;
    onProgress?.({ rows: rows.reduce((sum, each) => sum + each, 0), expected: undefined });
  });
}
