/**
 * The domain model: what the rest of the extension knows of a Komari server, whatever its version.
 * Bytes, bytes per second, percent (0 to 100), seconds where the name says so; times are
 * milliseconds since the epoch. `undefined` means unknown: it is never written as 0.
 */

import { type SampleField } from "../../shared/metrics";
import { type Expiry, type Price, type TrafficLimitType } from "../../shared/nodes/contract";
import { type FailedReadings, type GpuDevice } from "./readings";

/** A monitored machine as its administrator describes it (common:getNodes). */
export interface KomariNode {
  readonly uuid: string;
  /** May be empty and need not be unique. */
  readonly name: string;
  /** Blank groups are undefined; otherwise untrimmed, as the server compares them. */
  readonly group: string | undefined;
  readonly tags: readonly string[];
  /** Lower sorts first; any integer. */
  readonly weight: number;
  /** Only administrators ever see a hidden node. */
  readonly hidden: boolean;
  /** A flag emoji or free text. */
  readonly region: string | undefined;
  readonly os: string | undefined;
  readonly kernelVersion: string | undefined;
  readonly cpuName: string | undefined;
  readonly cpuCores: number | undefined;
  readonly cpuPhysicalCores: number | undefined;
  readonly gpuName: string | undefined;
  readonly memoryTotal: number | undefined;
  /** 0 for a machine without swap; undefined while the memory of the node is unknown too. */
  readonly swapTotal: number | undefined;
  readonly diskTotal: number | undefined;
  /** Absent for guests, or masked such as `203.*.*.*`. */
  readonly ipv4: string | undefined;
  readonly ipv6: string | undefined;
  readonly agentVersion: string | undefined;
  readonly remark: string | undefined;
  readonly publicRemark: string | undefined;
  /** Undefined: the server hides the price. */
  readonly price: Price | undefined;
  readonly autoRenewal: boolean;
  readonly expiry: Expiry | undefined;
  /** Bytes; undefined: no limit. */
  readonly trafficLimit: number | undefined;
  readonly trafficLimitType: TrafficLimitType;
  /** When an administrator added the node to the server. */
  readonly createdAt: number | undefined;
}

/** The response of common:getNodes. */
export interface NodeList {
  readonly nodes: readonly KomariNode[];
  /**
   * True when the response holds what only administrators see (agent tokens, which are dropped here).
   * Says nothing while there are no nodes.
   */
  readonly privileged: boolean;
}

/**
 * Which pings of a task these are, on servers that keep several kinds for one task: by IPv4 and IPv6, by
 * ICMP and TCP, to the target and to a reference. In the server's words; absent: the task has one kind.
 */
export interface PingKind {
  readonly family?: string | undefined;
  readonly protocol?: string | undefined;
  readonly role?: string | undefined;
}

/** One ping task over the last hour, as in the latest status. Milliseconds; loss in percent. */
export interface PingSummary extends PingKind {
  readonly taskId: number;
  readonly name: string;
  readonly latest: number | undefined;
  readonly average: number | undefined;
  readonly loss: number | undefined;
}

/**
 * What a node reported at one moment; the shape shared by live, recent and history. `gpu` is the mean of all GPUs; in
 * recent reports and records 0 is an idle GPU, or none.
 */
export interface Sample extends Readonly<Record<SampleField, number | undefined>> {
  readonly time: number | undefined;
  /** Undefined without a GPU, and if not reported: in records, and by servers up to 1.4.3. */
  readonly gpus?: readonly GpuDevice[] | undefined;
}

/** The latest report of a node (common:getNodesLatestStatus). */
export interface NodeStatus extends Sample {
  readonly uuid: string;
  readonly online: boolean;
  readonly load5: number | undefined;
  readonly load15: number | undefined;
  readonly uptimeSeconds: number | undefined;
  /** Empty: no pings in the last hour. Undefined: not requested, or not reported (1.0.7). */
  readonly ping: readonly PingSummary[] | undefined;
  /** Undefined if nothing failed, and on servers that do not report it (all but Nekomari). */
  readonly failed?: FailedReadings | undefined;
}

export interface RecentStatus {
  /** In order of time. */
  readonly samples: readonly Sample[];
}

export interface CoveredRange {
  readonly from: number | undefined;
  readonly to: number | undefined;
}

export interface PingTask {
  readonly id: number;
  readonly name: string;
  readonly intervalSeconds: number | undefined;
  readonly latest: number | undefined;
  readonly average: number | undefined;
  readonly min: number | undefined;
  readonly max: number | undefined;
  readonly p50: number | undefined;
  readonly p99: number | undefined;
  readonly loss: number | undefined;
  readonly total: number | undefined;
}

/**
 * What all pings of one task from a node came to (public:getPingMetricStats), also those of which
 * the records keep none. Milliseconds; loss in percent. `min` is of minutes without loss, or of longer
 * stretches, so that `latest` may lie below; percentiles are averages of those of each minute. Some
 * servers tell several kinds of pings of one task apart, in an entry each.
 */
export interface PingTaskStats extends PingKind {
  /** Undefined when the server does not say. */
  readonly uuid: string | undefined;
  readonly taskId: number;
  readonly name: string;
  readonly latest: number | undefined;
  /** Of the pings that were answered. */
  readonly average: number | undefined;
  /** Set if `average` is only an upper bound, because the server's includes lost pings: the lower bound. */
  readonly minAverage?: number;
  readonly min: number | undefined;
  readonly max: number | undefined;
  readonly p50: number | undefined;
  readonly p99: number | undefined;
  readonly loss: number | undefined;
  /** How many pings were sent. */
  readonly total: number | undefined;
}

/** Where offline nodes stand in the official order (theme setting offlineServerPosition). */
export type OfflinePosition = "last" | "first" | "keep";

export interface PublicInfo {
  readonly siteName: string;
  readonly passwordLoginDisabled: boolean | undefined;
  readonly recordEnabled: boolean | undefined;
  readonly recordPreserveHours: number | undefined;
  readonly pingRecordPreserveHours: number | undefined;
  readonly offlinePosition: OfflinePosition;
}

/** Free text such as 1.4.3, dev or Snapshot-2608171500: for people, never for decisions. */
export interface ServerVersion {
  readonly version: string;
  readonly hash: string | undefined;
}

/** Who the server says is asking (common:getMe). */
export interface Me {
  readonly username: string | undefined;
}

/** Proven by a probe, never believed. */
export type Role = "guest" | "admin";
