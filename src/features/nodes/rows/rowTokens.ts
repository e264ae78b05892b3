import * as l10n from "@vscode/l10n";
import { type Format } from "../../../shared/format";
import { type NoticedChange, type RowValue } from "../../tree/noticeable";
import { singleLine } from "../../../shared/singleLine";
import { expiryText, priceText } from "./contractText";
import {
  daysLeft,
  laterToday,
  diskShare,
  gpuMemoryShare,
  gpuTemperature,
  memoryShare,
  type NodeFacts,
  quotaShare,
  swapShare,
  trafficUsed,
} from "../../../fleet/nodes/nodeFacts";

export interface RowToken {
  /** @param serverTime by which contracts end. */
  readonly value: (facts: NodeFacts, serverTime: number) => RowValue;
  readonly text: (value: number, format: Format, facts: NodeFacts) => string;
  readonly notices: NoticedChange;
}

function percent(value: RowToken["value"]): RowToken {
  return { value, text: (value, format) => format.percent(value), notices: "points" };
}

function amount(value: RowToken["value"], text: RowToken["text"]): RowToken {
  return { value, text, notices: "ratio" };
}

function celsius(value: RowToken["value"]): RowToken {
  return { value, text: (degrees, format) => `${format.number(degrees)} °C`, notices: "points" };
}

function word(value: RowToken["value"]): RowToken {
  return { value, text: (value, format) => format.number(value), notices: "any" };
}

const short: RowToken["text"] = (value, format) => format.shortRate(value);
const count: RowToken["text"] = (value, format) => format.number(value);
const load: RowToken["text"] = (value, format) => format.load(value);

/** What may stand between braces in the setting `komari.nodes.description`. */
const tokens = {
  cpu: percent(({ status }) => status?.cpu),
  memory: percent(memoryShare),
  swap: percent(swapShare),
  disk: percent(diskShare),
  gpu: percent(({ status }) => status?.gpu),
  gpuMemory: percent(gpuMemoryShare),
  gpuTemperature: celsius(gpuTemperature),
  temperature: celsius(({ status }) => status?.temperature),
  down: amount(({ status }) => status?.networkIn, short),
  up: amount(({ status }) => status?.networkOut, short),
  load: amount(({ status }) => status?.load1, load),
  load5: amount(({ status }) => status?.load5, load),
  load15: amount(({ status }) => status?.load15, load),
  processes: amount(({ status }) => status?.processes, count),
  connections: amount(({ status }) => status?.tcpConnections, count),
  uptime: amount(
    ({ status }) => status?.uptimeSeconds,
    (seconds, format) => format.duration(seconds),
  ),
  totalDown: amount(({ status }) => status?.totalDown, short),
  totalUp: amount(({ status }) => status?.totalUp, short),
  traffic: amount(trafficUsed, trafficText),
  quota: percent(quotaShare),
  ping: amount(
    ({ status }) => averageOf(status?.ping, "latest"),
    (value, format) => format.milliseconds(value),
  ),
  loss: {
    value: ({ status }) => averageOf(status?.ping, "loss"),
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
  return facts.node.expiry?.kind === "longTerm" ? l10n.t("long term") : daysLeft(facts, serverTime);
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

function averageOf(
  pings: readonly { readonly latest: number | undefined; readonly loss: number | undefined }[] = [],
  field: "latest" | "loss",
): number | undefined {
  const values = pings.map((ping) => ping[field]).filter((value) => value !== undefined);
  if (values.length === 0) return undefined;
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
