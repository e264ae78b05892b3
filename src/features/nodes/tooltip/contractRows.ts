import * as l10n from "@vscode/l10n";
import { type Expiry, type Price } from "../../../komari/model";
import { type Format } from "../../../shared/format";
import { escapeMarkdown } from "../../../shared/markdown";
import { type NodeFacts } from "../../../fleet/nodeFacts";
import { type TooltipContext, type TooltipRow } from "./tooltipRow";

export function contractRows({ node }: NodeFacts, context: TooltipContext): TooltipRow[] {
  const rows: TooltipRow[] = [];
  if (node.group !== undefined) rows.push([l10n.t("Group"), escapeMarkdown(node.group.trim())]);
  if (node.tags.length > 0) {
    rows.push([l10n.t("Tags"), node.tags.map(({ text }) => escapeMarkdown(text)).join(" · ")]);
  }
  if (node.price !== undefined) {
    rows.push([l10n.t("Price"), priceText(node.price, context.format)]);
  }
  if (node.expiry !== undefined) {
    const renewal = node.autoRenewal ? ` · ${l10n.t("renews automatically")}` : "";
    rows.push([l10n.t("Expiry"), expiryText(node.expiry, context) + renewal]);
  }
  if (node.publicRemark !== undefined) {
    rows.push([l10n.t("Public remark"), escapeMarkdown(node.publicRemark)]);
  }
  if (node.remark !== undefined) rows.push([l10n.t("Remark"), escapeMarkdown(node.remark)]);
  if (node.hidden) rows.push([l10n.t("Hidden"), l10n.t("only administrators see this node")]);
  return rows;
}

function priceText(price: Price, format: Format): string {
  if (price.kind === "free") return l10n.t("free");
  const amount = `${escapeMarkdown(price.currency)}${format.number(price.amount, 2)}`;
  const cycle = cycleText(price.cycle);
  return cycle === undefined ? amount : `${amount} ${cycle}`;
}

/** The ranges of days that the official page counts as one kind of cycle. */
const namedCycles = [
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

/** The same steps as the official page: a week is red, about two are orange. */
function expiryText(expiry: Expiry, { format, serverTime }: TooltipContext): string {
  if (expiry.kind === "longTerm") return l10n.t("long term");
  const days = Math.ceil((expiry.time - serverTime) / dayMs);
  const date = `${format.date(expiry.time)} · ${format.inDays(daysBetween(serverTime, expiry.time))}`;
  if (expiry.time <= serverTime) return `🔴 ${l10n.t("expired")} · ${date}`;
  if (days <= 7) return `🔴 ${l10n.t("expires very soon")} · ${date}`;
  if (days <= 15) return `🟠 ${l10n.t("expires soon")} · ${date}`;
  return `🟢 ${date}`;
}

/** As people count them beside a date: what ends before midnight ends today. */
function daysBetween(from: number, to: number): number {
  return Math.round((midnightBefore(to) - midnightBefore(from)) / dayMs);
}

function midnightBefore(time: number): number {
  return new Date(time).setHours(0, 0, 0, 0);
}
