import * as l10n from "@vscode/l10n";
import { type Format } from "../../../shared/format";
import { type NoticedChange, type RowValue } from "../../tree/noticeable";
import {
  formatShort,
  isSampled,
  type MetricKey,
  metricKeys,
  type MetricToken,
  rowUnit,
  type SampledMetric,
  tokenOf,
  type Unit,
} from "../../../shared/metrics";
import { daysLeft, laterToday } from "../../../shared/nodes/contract";
import { singleLine } from "../../../shared/singleLine";
import { expiryText, priceText } from "../../../shared/nodes/contractText";
import {
  averagePing,
  gpuMemoryShare,
  gpuTemperature,
  type NodeFacts,
  quotaShare,
  trafficUsed,
  valueOf,
} from "../../../fleet/nodes/nodeFacts";

export interface RowToken {
  /** @param serverTime by which contracts end. */
  readonly value: (facts: NodeFacts, serverTime: number) => RowValue;
  readonly text: (value: number, format: Format, facts: NodeFacts) => string;
  readonly notices: NoticedChange;
}

function amount(value: RowToken["value"], text: RowToken["text"]): RowToken {
  return { value, text, notices: "ratio" };
}

function word(value: RowToken["value"]): RowToken {
  return { value, text: (value, format) => format.number(value), notices: "any" };
}

/** A value of a metric in its own unit; coarse ones are noticed by points. */
function figure(value: RowToken["value"], unit: Unit): RowToken {
  const notices = unit === "percent" || unit === "celsius" ? "points" : "ratio";
  return { value, text: (amount, format) => formatShort(amount, unit, format), notices };
}

/** Metrics whose value in a row is not that of the last sample. */
const otherValues: Readonly<Record<Exclude<MetricKey, SampledMetric>, RowToken["value"]>> = {
  gpuMemory: gpuMemoryShare,
  ping: ({ status }) => averagePing(status?.ping, "latest"),
};

const metricTokens = Object.fromEntries(
  metricKeys.flatMap((key) => {
    const token = tokenOf(key);
    const value = isSampled(key) ? (facts: NodeFacts) => valueOf(facts, key) : otherValues[key];
    return token === undefined ? [] : [[token, figure(value, rowUnit(key))]];
  }),
) as Readonly<Record<MetricToken, RowToken>>;

/** What may stand between braces in the setting `komari.nodes.description`. */
const tokens = {
  ...metricTokens,
  gpuTemperature: figure(gpuTemperature, "celsius"),
  load5: figure(({ status }) => status?.load5, "load"),
  load15: figure(({ status }) => status?.load15, "load"),
  uptime: amount(
    ({ status }) => status?.uptimeSeconds,
    (seconds, format) => format.duration(seconds),
  ),
  traffic: amount(trafficUsed, trafficText),
  quota: figure(quotaShare, "percent"),
  loss: {
    value: ({ status }) => averagePing(status?.ping, "loss"),
    text: (value, format) => format.loss(value),
    notices: "points",
  },
  price: { value: priceOf, text: priceTextOf, notices: "any" },
  expiry: { value: expiryOf, text: expiryTextOf, notices: "any" },
  os: word(({ node }) => node.os),
  region: word(({ node }) => node.region),
  group: word(({ node }) => node.group),
} as const satisfies Readonly<Record<string, RowToken>>;

export type RowTokenName = keyof typeof tokens;
export const rowTokens: Readonly<Record<RowTokenName, RowToken>> = tokens;

export function isRowToken(name: string): name is RowTokenName {
  return Object.hasOwn(tokens, name);
}

function priceOf({ node: { price } }: NodeFacts): number | undefined {
  if (price === undefined) return undefined;
  return price.kind === "free" ? 0 : price.amount;
}

function priceTextOf(_amount: number, format: Format, { node: { price } }: NodeFacts): string {
  return price === undefined ? "" : priceText(price, singleLine, format);
}

/** Days, or words. */
function expiryOf(facts: NodeFacts, serverTime: number): number | string | undefined {
  return facts.node.expiry?.kind === "longTerm"
    ? l10n.t("long term")
    : daysLeft(facts.node.expiry, serverTime);
}

function expiryTextOf(days: number, format: Format, { node }: NodeFacts): string {
  if (!node.autoRenewal || days <= 0) return expiryText(days, format);
  return days === laterToday ? l10n.t("renews today") : l10n.t("renews in {0}", format.days(days));
}

/** "1.2T / 2T"; without a quota only what was used. */
function trafficText(used: number, format: Format, { node }: NodeFacts): string {
  const text = format.shortRate(used);
  const limit = node.trafficLimit;
  return limit === undefined || limit <= 0 ? text : `${text} / ${format.shortRate(limit)}`;
}
