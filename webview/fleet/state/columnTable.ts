import * as l10n from "@vscode/l10n";
import { type FleetNode } from "../../../src/shared/fleet/fleetApi";
import { type FleetColumn } from "../../../src/shared/fleet/fleetChoices";
import { type FleetFigure } from "../../../src/shared/fleet/fleetFigures";
import { type Format } from "../../../src/shared/format";
import { formatShort, metrics, type Unit } from "../../../src/shared/metrics";
import { daysLeft } from "../../../src/shared/nodes/contract";
import { priceText } from "../../../src/shared/nodes/contractText";
import { type ThresholdKey } from "../../../src/shared/nodes/trouble";
import { type FleetStore } from "../data/fleetStore";

/** What a column reads of the page's nodes. */
export type ColumnSource = Pick<
  FleetStore,
  "node" | "presence" | "figure" | "serverTime" | "server"
>;

export interface Column {
  readonly label: () => string;
  /** Pixels. */
  readonly width: number;
  /** How several nodes are summed up; undefined: not at all. */
  readonly total?: "average" | "sum";
  /** Stays as last known while a node is offline; all others are then unknown. */
  readonly lasting?: true;
  /** A share, on a scale from 0 to 100. */
  readonly percent?: true;
  /** A bar stands beside the text: percent. */
  readonly bar?: (source: ColumnSource, slot: number) => number;
  /** The thresholds that its value may be over. */
  readonly troubles?: readonly ThresholdKey[];
  /** What a column of numbers is sorted and summed up by; NaN: unknown. */
  readonly number?: (source: ColumnSource, slot: number) => number;
  /** What a column of words is sorted by. */
  readonly words?: (source: ColumnSource, node: FleetNode) => string;
  /** A number as it stands in a cell or a total. */
  readonly text?: (value: number, format: Format) => string;
  /** What stands in the cell, where it is more than the number. */
  readonly cell?: (source: ColumnSource, slot: number, format: Format) => string | undefined;
}

function figure(name: FleetFigure, unit: Unit) {
  return {
    number: (source: ColumnSource, slot: number) => source.figure(name, slot),
    text: (value: number, format: Format) => formatShort(value, unit, format),
  };
}

function share(name: "cpu" | "memory" | "swap" | "disk" | "gpu") {
  const bar =
    name === "cpu" ? {} : { bar: (s: ColumnSource, slot: number) => s.figure(name, slot) };
  return {
    ...figure(name, "percent"),
    ...bar,
    percent: true,
    total: "average",
    troubles: [name],
  } as const;
}

/** In percent of the node's limit; NaN without one. */
function quotaShare(source: ColumnSource, slot: number): number {
  const limit = source.node(slot)?.trafficLimit ?? 0;
  return limit > 0 ? (source.figure("traffic", slot) / limit) * 100 : NaN;
}

/** Days until a contract ends; NaN: unknown. */
function expiryDays(source: ColumnSource, slot: number): number {
  const node = source.node(slot);
  if (node?.expiry?.kind === "longTerm") return Infinity;
  return (node && daysLeft(node.expiry, source.serverTime(node.serverId))) ?? NaN;
}

/** Every column of the fleet, as it is shown, sorted and summed up. */
export const columnTable = {
  name: { label: () => l10n.t("Name"), width: 176, words: (_, node) => node.name },
  server: {
    label: () => l10n.t("Server"),
    width: 110,
    words: (source, node) => source.server(node.serverId)?.name ?? "",
  },
  cpu: { label: metrics.cpu.label, width: 94, ...share("cpu") },
  memory: { label: metrics.memory.label, width: 82, ...share("memory") },
  swap: { label: metrics.swap.label, width: 82, ...share("swap") },
  disk: { label: metrics.disk.label, width: 82, lasting: true, ...share("disk") },
  network: {
    label: () => l10n.t("Network"),
    width: 146,
    total: "sum",
    troubles: ["networkIn", "networkOut"],
    ...figure("networkIn", "bytesPerSecond"),
  },
  traffic: {
    label: () => l10n.t("Traffic"),
    width: 126,
    total: "sum",
    lasting: true,
    troubles: ["quota"],
    bar: quotaShare,
    ...figure("traffic", "bytes"),
    cell: (source, slot, format) => {
      const used = source.figure("traffic", slot);
      if (Number.isNaN(used)) return undefined;
      const limit = source.node(slot)?.trafficLimit ?? 0;
      const text = format.shortRate(used);
      return limit > 0 ? `${text} / ${format.shortRate(limit)}` : text;
    },
  },
  ping: {
    label: metrics.ping.label,
    width: 58,
    total: "average",
    troubles: ["ping"],
    ...figure("ping", "milliseconds"),
  },
  loss: {
    label: () => l10n.t("Loss"),
    width: 54,
    total: "average",
    troubles: ["loss"],
    ...figure("loss", "percent"),
    text: (value, format) => format.loss(value),
  },
  load: {
    label: metrics.load.label,
    width: 50,
    total: "average",
    troubles: ["load"],
    ...figure("load", "load"),
  },
  uptime: {
    label: () => l10n.t("Uptime"),
    width: 60,
    number: (source, slot) => {
      const node = source.node(slot);
      if (node === undefined) return NaN;
      return (source.serverTime(node.serverId) - source.figure("startedAt", slot)) / 1000;
    },
    text: (seconds, format) => format.duration(seconds),
  },
  processes: {
    label: metrics.processes.label,
    width: 76,
    total: "sum",
    troubles: ["processes"],
    ...figure("processes", "count"),
  },
  connections: {
    label: () => l10n.t("Connections"),
    width: 88,
    total: "sum",
    troubles: ["tcpConnections"],
    ...figure("connections", "count"),
  },
  temperature: {
    label: metrics.temperature.label,
    width: 88,
    total: "average",
    troubles: ["temperature"],
    ...figure("temperature", "celsius"),
  },
  gpu: { label: metrics.gpu.label, width: 82, ...share("gpu") },
  price: {
    label: () => l10n.t("Price"),
    width: 110,
    lasting: true,
    number: (source, slot) => {
      const price = source.node(slot)?.price;
      if (price === undefined) return NaN;
      return price.kind === "free" ? 0 : price.amount;
    },
    cell: (source, slot, format) => {
      const price = source.node(slot)?.price;
      return price && priceText(price, (text) => text, format);
    },
  },
  expires: {
    label: () => l10n.t("Expires"),
    width: 64,
    lasting: true,
    troubles: ["expiry"],
    number: expiryDays,
    cell: (source, slot, format) => {
      const days = expiryDays(source, slot);
      if (days === Infinity) return l10n.t("long term");
      return Number.isNaN(days) ? undefined : expiryCell(days, format);
    },
  },
  os: { label: () => l10n.t("OS"), width: 120, words: (_, { os }) => os ?? "" },
  region: {
    label: () => l10n.t("Region"),
    width: 120,
    words: (_, { region }) => region?.name ?? "",
  },
  group: { label: () => l10n.t("Group"), width: 110, words: (_, { group }) => group ?? "" },
  tags: { label: () => l10n.t("Tags"), width: 140, words: (_, { tags }) => tags.join(", ") },
  agent: {
    label: () => l10n.t("Agent"),
    width: 76,
    words: (_, { agentVersion }) => agentVersion ?? "",
  },
  reported: {
    label: () => l10n.t("Last report"),
    width: 88,
    lasting: true,
    number: (source, slot) => {
      const node = source.node(slot);
      if (node === undefined) return NaN;
      return Math.max(0, source.serverTime(node.serverId) - source.figure("reportedAt", slot));
    },
    text: (age, format) => format.ago(age),
  },
  remark: {
    label: () => l10n.t("Remark"),
    width: 160,
    words: (_, { remark, publicRemark }) => remark ?? publicRemark ?? "",
  },
} as const satisfies Readonly<Record<FleetColumn, Column>>;

export function columnOf(id: FleetColumn): Column {
  return columnTable[id];
}

/** NaN where a node is offline and the value says nothing any more. */
export function numberAt(
  source: ColumnSource,
  id: FleetColumn,
  slot: number,
  upload = false,
): number {
  const column = columnOf(id);
  if (column.number === undefined || isOutdated(source, column, slot)) return NaN;
  return upload ? source.figure("networkOut", slot) : column.number(source, slot);
}

/** Whether the node was offline too long for the column to say anything of it. */
export function isOutdated(source: ColumnSource, column: Column, slot: number): boolean {
  if (column.number === undefined || column.lasting === true) return false;
  const presence = source.presence(slot);
  return presence !== "online" && presence !== "stale";
}

/** Undefined: unknown, and nothing where there are no words. */
export function cellText(
  source: ColumnSource,
  id: FleetColumn,
  slot: number,
  format: Format,
): string | undefined {
  const column = columnOf(id);
  const node = source.node(slot);
  if (node === undefined || isOutdated(source, column, slot)) return undefined;
  if (column.words !== undefined) return column.words(source, node);
  if (column.cell !== undefined) return column.cell(source, slot, format);
  const value = column.number?.(source, slot) ?? NaN;
  return Number.isNaN(value) ? undefined : column.text?.(value, format);
}

function expiryCell(days: number, format: Format): string {
  if (days <= 0) return l10n.t("expired");
  return days < 1 ? l10n.t("today") : format.days(days);
}
