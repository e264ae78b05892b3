import { type BatchCaller, type BodyFilter, type CallOptions } from "../rpc/client";
import { type Params } from "../rpc/message";
import { type Clock, systemClock } from "../util/clock";
import { isRecord } from "../util/json";
import { helpOf, recentReports } from "./batchedReads";
import { type Credential } from "./credential";
import { decodeMe } from "./decode/me";
import { decodeMethods, decodeWord } from "./decode/methods";
import { decodeNodes } from "./decode/nodes";
import { decodePingStats } from "./decode/pingStats";
import { decodePublicInfo } from "./decode/publicInfo";
import { decodeRecent } from "./decode/recent";
import { type OnRecordsProgress } from "./decode/records/recordsFilter";
import { decodeLatestStatus } from "./decode/status";
import { time } from "./decode/time";
import { decodeVersion } from "./decode/version";
import { canAskMe, tellsMetrics, tellsPingStats } from "./features";
import { type MethodHelp } from "./model/methodHelp";
import {
  type Me,
  type NodeList,
  type NodeStatus,
  type PingTaskStats,
  type PublicInfo,
  type RecentStatus,
  type Sample,
  type ServerVersion,
} from "./model/model";
import { queryKnownMetrics, recordedMetrics } from "./metricQuery";
import { tapFilter } from "./tapFilter";
import { type Reachability, reachability } from "./reachability";
import {
  endsNow,
  metricParams,
  type MetricQuery,
  type PingStatsQuery,
  pingStatsParams,
} from "./recordsQuery";
import { type StatusQuery, statusParams, statusTimeoutMs } from "./statusQuery";
import { ServerClock } from "./serverClock";
import { zoneOf, zoneOfStatuses } from "./serverZone";

export type ReadOptions = Pick<CallOptions, "timeoutMs" | "signal">;

interface RecordsOptions extends ReadOptions {
  /** Told while the response arrives, unless it comes over a socket, which gives it whole. */
  readonly onProgress?: OnRecordsProgress | undefined;
}

/** One type of common:getRecords. */
export interface RecordsKind<Query, History> {
  /** @param zone in which the server writes its times: "Z" or "+08:00". */
  readonly params: (query: Query, zone: string) => Params;
  /** Decodes while the response arrives. */
  readonly filter: (onProgress?: OnRecordsProgress) => BodyFilter;
  /** Takes what the filter has made too. */
  readonly decode: (response: unknown) => History;
}

/** A month of a whole fleet takes long, and servers may queue the query. */
const recordsTimeoutMs = 120_000;

/** Who asks whom: what a call that some servers cannot bear must know. */
export interface ApiContext {
  readonly credential: Credential;
  /** Undefined while rpc.methods has not been asked. */
  readonly methods: ReadonlySet<string> | undefined;
}

/**
 * The documented methods, typed. All only read, so that most may be sent again over the other
 * transport; the latest status goes over the live route, everything else over the bulk one.
 * Rejects with RpcRemoteError or RpcLocalError ("malformed" for a response of another kind).
 */
export class KomariApi {
  /** In which the server writes its times; undefined while it has written none. */
  #zone: string | undefined;

  constructor(
    private readonly caller: BatchCaller,
    private readonly context: () => ApiContext,
    private readonly clock: Clock = systemClock,
    private readonly serverClock = new ServerClock(),
  ) {}

  /** Names in the server's order; `internal` adds the four rpc.* methods. */
  async methods(internal = false, options?: ReadOptions): Promise<ReadonlySet<string>> {
    return decodeMethods(
      await this.#bulk("rpc.methods", internal ? { internal } : undefined, options),
    );
  }

  /** By name, in few requests; methods without help are missing. */
  helpOf(
    names: readonly string[],
    options?: ReadOptions,
  ): Promise<ReadonlyMap<string, MethodHelp>> {
    return helpOf(this.caller, names, options);
  }

  /** "pong", over the live route: how long it takes is how long live calls take. */
  async ping(options?: ReadOptions): Promise<string> {
    const route = { route: "live", readOnly: true } as const;
    return decodeWord(
      "ping",
      await this.caller.call("rpc.ping", undefined, { ...options, ...route }),
    );
  }

  /** The version of JSON-RPC, "2.0". */
  async rpcVersion(options?: ReadOptions): Promise<string> {
    return decodeWord("RPC version", await this.#bulk("rpc.version", undefined, options));
  }

  async nodes(options?: ReadOptions): Promise<NodeList> {
    return decodeNodes(
      await this.#bulk("common:getNodes", undefined, options),
      this.clock.wallTime(),
    );
  }

  async publicInfo(options?: ReadOptions): Promise<PublicInfo> {
    return decodePublicInfo(await this.#bulk("common:getPublicInfo", undefined, options));
  }

  async version(options?: ReadOptions): Promise<ServerVersion> {
    return decodeVersion(await this.#bulk("common:getVersion", undefined, options));
  }

  /**
   * By uuid: the nodes that have reported since the server started; unknown ones are missing. Sent once,
   * over one transport: a server goes on working for a caller that has cancelled.
   */
  async latestStatus(
    query: StatusQuery = {},
    { timeoutMs = statusTimeoutMs, signal }: ReadOptions = {},
  ): Promise<ReadonlyMap<string, NodeStatus>> {
    // An empty list would mean all nodes to the server.
    if (query.uuids?.length === 0) return new Map();
    const params = statusParams(query, this.context().methods);
    const options = { timeoutMs, signal, route: "live", repeatIfGarbled: true } as const;
    const response = await this.caller.call("common:getNodesLatestStatus", params, options);
    this.#zone = zoneOfStatuses(response) ?? this.#zone;
    return decodeLatestStatus(response);
  }

  /** See `recentReports` of batchedReads.ts: without pings, which a server calculates for statuses only. */
  recentReports(
    uuids: readonly string[],
    options?: ReadOptions,
  ): Promise<ReadonlyMap<string, readonly Sample[]>> {
    return recentReports(this.caller, uuids, options);
  }

  /** See `reachability` of reachability.ts. */
  reachability(options?: ReadOptions): Promise<Reachability> {
    return reachability(this.caller, options);
  }

  /** Undefined where the question would crash the server: see `canAskMe`. */
  async me(options?: ReadOptions): Promise<Me | undefined> {
    const { credential, methods } = this.context();
    if (!canAskMe(credential, methods)) return undefined;
    return decodeMe(await this.#bulk("common:getMe", undefined, options));
  }

  /** The last one or two minutes. */
  async recentStatus(uuid: string, options?: ReadOptions): Promise<RecentStatus> {
    return decodeRecent(await this.#bulk("common:getNodeRecentStatus", { uuid }, options));
  }

  /**
   * common:getRecords, decoded while it arrives; rejects with "tooLarge" above some four million rows.
   * Times out after 120 s by default.
   */
  async records<Query, History>(
    kind: RecordsKind<Query, History>,
    query: Query,
    { timeoutMs = recordsTimeoutMs, signal, onProgress }: RecordsOptions = {},
  ): Promise<History> {
    const params = kind.params(query, this.#zoneToAskIn);
    const sentAt = this.clock.now();
    const note = (result: unknown) => this.#noteEnd(result, params, sentAt);
    const response = await this.caller.call("common:getRecords", params, {
      timeoutMs,
      signal,
      filter: () => tapFilter(kind.filter(onProgress), note),
      route: "bulk",
      readOnly: true,
    });
    // Over a socket no filter has seen it.
    note(response);
    return kind.decode(response);
  }

  /** By node and task; undefined where the server does not count pings: see `tellsPingStats`. */
  async pingStats(
    query: PingStatsQuery,
    options?: ReadOptions,
  ): Promise<readonly PingTaskStats[] | undefined> {
    if (!tellsPingStats(this.context().methods)) return undefined;
    const params = pingStatsParams(query, this.#zoneToAskIn);
    const response = await this.#bulk("public:getPingMetricStats", params, {
      ...options,
      timeoutMs: options?.timeoutMs ?? recordsTimeoutMs,
    });
    return decodePingStats(response, query.uuid);
  }

  /**
   * public:queryMetrics, not decoded, with those of the keys that the server knows. Undefined where it knows none of
   * them, or has no such method: see `tellsMetrics`.
   */
  async metrics(query: MetricQuery, options?: ReadOptions): Promise<unknown> {
    if (!tellsMetrics(this.context().methods)) return undefined;
    const definitions = await this.#bulk("public:listMetricDefinitions", undefined, options)
      // Without the list, the server's error names unknown keys.
      .catch(() => undefined);
    return queryKnownMetrics(query.keys, recordedMetrics(definitions), (keys) => {
      const params = metricParams({ ...query, keys }, this.#zoneToAskIn);
      return this.#bulk("public:queryMetrics", params, options);
    });
  }

  get #zoneToAskIn(): string {
    return this.#zone ?? "Z";
  }

  #noteEnd(response: unknown, params: Params, sentAt: number): void {
    if (!isRecord(response)) return;
    // The end may be of before the clocks went forward or back: a status knows better.
    this.#zone ??= zoneOf(response.to);
    const serverTime = endsNow(params) ? time(response.to) : undefined;
    if (serverTime === undefined) return;
    this.serverClock.learnTime(serverTime, { sentAt, receivedAt: this.clock.now() });
  }

  #bulk(method: string, params?: Params, options?: ReadOptions): Promise<unknown> {
    return this.caller.call(method, params, { ...options, route: "bulk", readOnly: true });
  }
}
