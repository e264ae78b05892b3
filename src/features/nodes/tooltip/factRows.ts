import * as l10n from "@vscode/l10n";
import { type Price } from "../../../komari/model";
import { type Format } from "../../../shared/format";
import { formatValue, metrics } from "../../../shared/metrics";
import { type NodeFacts } from "../../../fleet/nodeFacts";
import {
  joined,
  row,
  shortText,
  type TooltipContext,
  type TooltipRow,
  warningText,
} from "./tooltipRow";

/** Uptime and load, price and expiry, tags and remarks, system: a line each. */
export function factRows(facts: NodeFacts, context: TooltipContext): readonly TooltipRow[] {
  const { node } = facts;
  const tags = node.tags.map(({ text }) => shortText(text)).join(l10n.t(", "));
  const remark = joined([node.remark, node.publicRemark].map((text) => text && shortText(text)));
  return [
    ...uptimeRow(facts, context),
    ...contractRow(facts, context),
    ...(tags === ""
      ? row(l10n.t("Remark"), remark)
      : row(
          l10n.t("Tags"),
          remark === undefined ? tags : l10n.t("{0}. Remark: {1}", tags, remark),
        )),
    ...row(l10n.t("System"), systemText(facts)),
  ];
}

function uptimeRow({ status, presence }: NodeFacts, { format }: TooltipContext) {
  if (presence === "offline") return [];
  const loads = [status?.load1, status?.load5, status?.load15]
    .filter((load) => load !== undefined)
    .map((load) => formatValue(load, metrics.load.unit, format))
    .join(" ");
  const uptime = status?.uptimeSeconds;
  if (uptime === undefined) return row(metrics.load.label(), loads === "" ? undefined : loads);
  const text = format.duration(uptime);
  return row(l10n.t("Uptime"), loads === "" ? text : l10n.t("{0}, load {1}", text, loads));
}

function contractRow(facts: NodeFacts, context: TooltipContext): readonly TooltipRow[] {
  const { node } = facts;
  const expiry = expiryText(facts, context);
  if (node.price === undefined) return row(l10n.t("Expiry"), expiry);
  return row(l10n.t("Price"), joined([priceText(node.price, context.format), expiry]));
}

function priceText(price: Price, format: Format): string {
  if (price.kind === "free") return l10n.t("free");
  const amount = `${shortText(price.currency)}${format.number(price.amount, 2)}`;
  const cycle = cycleText(price.cycle);
  return cycle === undefined ? amount : `${amount} ${cycle}`;
}

/** The ranges of days that the official page counts as one kind of cycle. */
const namedCycles = [
  { from: 1, to: 1, text: () => l10n.t("a day") },
  { from: 27, to: 32, text: () => l10n.t("a month") },
  { from: 87, to: 95, text: () => l10n.t("a quarter") },
  { from: 175, to: 185, text: () => l10n.t("every six months") },
  { from: 360, to: 370, text: () => l10n.t("a year") },
  { from: 720, to: 750, text: () => l10n.t("every two years") },
  { from: 1080, to: 1150, text: () => l10n.t("every three years") },
  { from: 1800, to: 1850, text: () => l10n.t("every five years") },
] as const;

function cycleText(cycle: number | "once" | undefined): string | undefined {
  if (cycle === undefined) return undefined;
  if (cycle === "once") return l10n.t("once");
  const named = namedCycles.find(({ from, to }) => cycle >= from && cycle <= to);
  return named?.text() ?? l10n.t("every {0} days", cycle);
}

const dayMs = 86_400_000;

function expiryText({ node, troubles }: NodeFacts, context: TooltipContext): string | undefined {
  const { expiry, autoRenewal } = node;
  if (expiry === undefined) return undefined;
  if (expiry.kind === "longTerm") return l10n.t("long term");
  const { format, serverTime } = context;
  const date = format.date(expiry.time);
  const days = format.inDays(daysBetween(serverTime, expiry.time));
  const text = expiryPhrase(expiry.time <= serverTime, autoRenewal, date, days);
  return troubles.some(({ kind }) => kind === "expiry") ? warningText(text) : text;
}

function expiryPhrase(expired: boolean, renews: boolean, date: string, days: string): string {
  if (expired) return l10n.t("expired {0} ({1})", date, days);
  return renews ? l10n.t("renews {0} ({1})", date, days) : l10n.t("expires {0} ({1})", date, days);
}

/** As people count them beside a date: what ends before midnight ends today. */
function daysBetween(from: number, to: number): number {
  return Math.round((midnightBefore(to) - midnightBefore(from)) / dayMs);
}

function midnightBefore(time: number): number {
  return new Date(time).setHours(0, 0, 0, 0);
}

function systemText({ node }: NodeFacts): string | undefined {
  const { os, kernelVersion, agentVersion } = node;
  return joined([
    os && shortText(os),
    kernelVersion && l10n.t("kernel {0}", shortText(kernelVersion)),
    agentVersion && l10n.t("agent {0}", shortText(agentVersion)),
  ]);
}
