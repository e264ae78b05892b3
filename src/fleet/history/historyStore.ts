import { type KomariApi } from "../../komari/api";
import { loadRecords, pingRecords } from "../../komari/historyKinds";
import { type PingTask } from "../../komari/model";
import {
  type LoadColumns,
  type LoadHistory,
  type PingColumns,
  type PingHistory,
} from "../../komari/records";
import { type LoadQuery, type LoadType } from "../../komari/recordsQuery";
import { type TimeRange } from "../../shared/times";
import { withoutBegunZeros } from "./begunRow";
import { ByteBudget } from "./byteBudget";
import { type HistoryWindow, windowQuery } from "./historyWindow";
import { limited } from "./limited";
import { loadRange } from "./loadRange";
import { pingRange } from "./pingRange";
import { asksForAll, loadRowLimit, pingRowLimit } from "./planRequests";
import { type AskWindow, type HeldRange, RangeCache } from "./rangeCache";
import { type AskOptions, type Waiting } from "./sharedRequests";

/** What is used of a server and its API. */
export interface HistoryServer {
  readonly id: string;
  /** The server's clock now, milliseconds since the epoch. */
  serverTime(): number;
  readonly session: {
    readonly api: Pick<KomariApi, "records">;
  };
}

export interface LoadWanted {
  /** Not empty. */
  readonly uuids: readonly string[];
  /** How many nodes the server has. */
  readonly total: number;
  readonly loadType: LoadType;
  readonly window: HistoryWindow;
}

export interface PingWanted {
  /** Undefined: of all nodes. */
  readonly uuid: string | undefined;
  readonly taskId?: number | undefined;
  readonly total: number;
  readonly window: HistoryWindow;
}

export interface LoadAnswer extends TimeRange {
  readonly nodes: ReadonlyMap<string, LoadColumns>;
  readonly sampled: boolean;
}

export interface PingAnswer extends TimeRange {
  readonly series: readonly PingColumns[];
  readonly tasks: readonly PingTask[];
  readonly sampled: boolean;
  /** What the counts of the tasks are over. */
  readonly counted: TimeRange;
}

const maxBytes = 64 * 1024 * 1024;
const maxConcurrent = 4;

/** The records of all servers, for all panels of a window. Rejects as the API does. */
export class HistoryStore {
  readonly #load: RangeCache<LoadHistory>;
  readonly #ping: RangeCache<PingHistory>;

  constructor(bytes = maxBytes) {
    const budget = new ByteBudget(bytes);
    this.#load = new RangeCache(loadRange, budget);
    this.#ping = new RangeCache(pingRange, budget);
  }

  /** The load of nodes, by one request or several, whichever costs less. */
  async load(server: HistoryServer, wanted: LoadWanted, waiting: Waiting): Promise<LoadAnswer> {
    const { uuids, total } = wanted;
    if (asksForAll(uuids.length, total)) {
      return loadAnswer([await this.#loadOf(server, undefined, wanted, waiting)]);
    }
    const shares = progressShares(waiting, uuids.length);
    const tasks = uuids.map((uuid, index) => () => {
      return this.#loadOf(server, uuid, wanted, { ...waiting, onProgress: shares[index] });
    });
    return loadAnswer(await limited(maxConcurrent, tasks));
  }

  /** The pings of a node, or those of one task from all nodes. */
  async ping(server: HistoryServer, wanted: PingWanted, waiting: Waiting): Promise<PingAnswer> {
    const { uuid, taskId, window, total } = wanted;
    const rowLimit = pingRowLimit(uuid === undefined ? total : undefined);
    const scope = (of: string | undefined, task: number | undefined) =>
      scopeOf(server, "ping", of ?? "*", task ?? "*");
    const range = await this.#ping.get(
      {
        scope: scope(uuid, taskId),
        wider: [scope(uuid, undefined), scope(undefined, taskId), scope(undefined, undefined)],
        window,
        rowLimit,
        now: server.serverTime(),
        ask: (asked, options) =>
          server.session.api.records(
            pingRecords,
            { uuid, taskId, ...askedOf(asked), maxCount: rowLimit },
            options,
          ),
      },
      waiting,
    );
    const { data, sampled, counted, from, to } = range;
    const series = data.series.filter(
      (each) =>
        (uuid === undefined || each.uuid === undefined || each.uuid === uuid) &&
        (taskId === undefined || each.taskId === taskId),
    );
    return { from, to, series, tasks: data.tasks, sampled, counted };
  }

  /** Lets go of what was held of other servers. */
  keepOnly(servers: readonly Pick<HistoryServer, "id">[]): void {
    const prefixes = servers.map(serverPrefix);
    this.#load.keepOnly(prefixes);
    this.#ping.keepOnly(prefixes);
  }

  async #loadOf(
    server: HistoryServer,
    uuid: string | undefined,
    { loadType, window, total }: LoadWanted,
    waiting: Waiting,
  ): Promise<HeldRange<LoadHistory>> {
    const rowLimit = loadRowLimit(uuid === undefined ? total : undefined);
    const scope = (of: string | undefined, type: LoadType) =>
      scopeOf(server, "load", of ?? "*", type);
    const request = {
      scope: scope(uuid, loadType),
      wider: [scope(uuid, "all"), scope(undefined, loadType)],
      window,
      rowLimit,
      now: server.serverTime(),
      ask: (asked: AskWindow, options: AskOptions) =>
        server.session.api.records(
          loadRecords,
          { uuid, loadType, ...askedOf(asked), maxCount: rowLimit },
          options,
        ),
    };
    const range = await this.#load.get(request, waiting);
    return { ...range, data: withoutBegunZeros(range.data, range.requestedAt, loadType === "all") };
  }
}

function serverPrefix({ id }: Pick<HistoryServer, "id">): string {
  return `${JSON.stringify(id)} `;
}

function scopeOf(server: HistoryServer, ...parts: readonly (string | number)[]): string {
  return serverPrefix(server) + parts.map((part) => JSON.stringify(part)).join(" ");
}

function askedOf(window: AskWindow): Pick<LoadQuery, "hours" | "start" | "end"> {
  return window.kind === "since" ? { start: window.start } : windowQuery(window);
}

function loadAnswer(ranges: readonly HeldRange<LoadHistory>[]): LoadAnswer {
  const nodes = new Map(ranges.flatMap(({ data }) => [...data.nodes]));
  return {
    from: Math.min(...ranges.map(({ from }) => from)),
    to: Math.max(...ranges.map(({ to }) => to)),
    nodes,
    sampled: ranges.some(({ sampled }) => sampled),
  };
}

/** Tells the progress of several requests as that of one. */
function progressShares({ onProgress }: Waiting, count: number): Waiting["onProgress"][] {
  const rows = new Array<number>(count).fill(0);
  return rows.map((_, index) => (progress) => {
    rows[index] = progress.rows;
    onProgress?.({ rows: rows.reduce((sum, each) => sum + each, 0), expected: undefined });
  });
}
