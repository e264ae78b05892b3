import * as l10n from "@vscode/l10n";
import { type PingSummary } from "../../../komari/model/model";
import { type Format } from "../../../shared/format";
import { charts, metrics } from "../../../shared/metrics";
import { pingName } from "../../../shared/pingName";
import { type NodeFacts, quotaShare, trafficUsed } from "../../../fleet/nodes/nodeFacts";
import { unknownMark } from "../rows/nodeRowTemplate";
import { type CountedLoss, lossKey } from "./lossCounts";
import {
  failedText,
  joined,
  row,
  shortText,
  type TooltipContext,
  type TooltipRow,
  warningText,
} from "./tooltipRow";
import { amountText } from "./usageText";

/** Rates, then traffic against its quota; the counters of an offline node still hold. */
export function networkRows(facts: NodeFacts, context: TooltipContext): readonly TooltipRow[] {
  const { status, presence } = facts;
  const { format } = context;
  const rates =
    downUp(status?.networkIn, status?.networkOut, format.rate) ?? failedText(facts, "networkRate");
  return [
    ...row(charts.network.label(), presence === "offline" ? undefined : rates),
    ...row(charts.traffic.label(), trafficText(facts, context)),
  ];
}

function downUp(
  down: number | undefined,
  up: number | undefined,
  text: (value: number) => string,
): string | undefined {
  if (down === undefined && up === undefined) return undefined;
  const known = (value: number | undefined) => (value === undefined ? unknownMark : text(value));
  return `↓ ${known(down)}\u2002↑ ${known(up)}`;
}

function trafficText(facts: NodeFacts, context: TooltipContext): string | undefined {
  const { status, node } = facts;
  const failed = failedText(facts, "networkTotal");
  if (failed !== undefined) return failed;
  const totals = downUp(status?.totalDown, status?.totalUp, context.format.bytes);
  return joined([node.trafficLimit === undefined ? undefined : quotaText(facts, context), totals]);
}

/** "52 GiB of 1 TiB (5%)", by the node's own way of counting; above 100 % as it is. */
function quotaText(facts: NodeFacts, { format }: TooltipContext): string | undefined {
  const amount = amountText(trafficUsed(facts), facts.node.trafficLimit, format);
  const share = quotaShare(facts);
  if (share === undefined) return amount;
  const percent = `(${format.percent(share)})`;
  const warning = facts.troubles.some(({ kind }) => kind === "quota");
  return `${amount ?? ""} ${warning ? warningText(percent) : percent}`;
}

/** The worst ping tasks first, at most `max` lines; the last one counts the others. */
export function pingRows(
  { status, presence, troubles }: NodeFacts,
  context: TooltipContext,
  max: number,
): readonly TooltipRow[] {
  if (presence === "offline") return [];
  const lossOf = (ping: PingSummary) => countedLoss(ping, context)?.loss ?? ping.loss ?? -1;
  const sorted = [...(status?.ping ?? [])].sort(
    (a, b) => lossOf(b) - lossOf(a) || (b.latest ?? -1) - (a.latest ?? -1),
  );
  const limit = troubles.find(({ kind }) => kind === "loss")?.limit;
  const shown = sorted
    .slice(0, Math.max(1, max))
    .map((ping) => pingText(ping, pingName(ping, sorted), limit, context));
  const rest = sorted.length - shown.length;
  const last = shown.at(-1);
  if (rest > 0 && last !== undefined) {
    shown[shown.length - 1] = l10n.t("{0} (and {1} more)", last, rest);
  }
  return shown.map((text, index): TooltipRow => [index === 0 ? metrics.ping.label() : "", text]);
}

function pingText(
  ping: PingSummary,
  name: string,
  lossLimit: number | undefined,
  context: TooltipContext,
): string {
  const values = joined([latestText(ping, context.format), lossText(ping, lossLimit, context)]);
  return `${shortText(name)} ${values ?? ""}`;
}

/** A missing latency is a lost ping, unless nothing is known about the pings at all. */
function latestText({ latest, average, loss }: PingSummary, format: Format): string {
  if (latest !== undefined) return format.milliseconds(latest);
  const isUnknown = average === undefined && loss === undefined;
  return isUnknown ? `${unknownMark} ${l10n.t("unknown")}` : l10n.t("no response");
}

function countedLoss(ping: PingSummary, { losses }: TooltipContext): CountedLoss | undefined {
  return losses?.get(lossKey(ping));
}

/** Says which pings it covers, with the row's own figure if that differs. */
function lossText(
  ping: PingSummary,
  limit: number | undefined,
  context: TooltipContext,
): string | undefined {
  const { format, onePingPerMinute } = context;
  const counted = countedLoss(ping, context);
  const own = ping.loss === undefined ? undefined : format.loss(ping.loss);
  const isWarned = limit !== undefined && (ping.loss ?? 0) >= limit;
  const warned = (text: string) => (isWarned ? warningText(text) : text);
  if (counted !== undefined) return warned(countedText(counted, own, format));
  if (own === undefined) return undefined;
  return warned(
    onePingPerMinute === true
      ? l10n.t("{0} lost (one ping per minute)", own)
      : l10n.t("{0} lost", own),
  );
}

function countedText(
  { loss, total }: CountedLoss,
  own: string | undefined,
  format: Format,
): string {
  const text = format.loss(loss);
  if (total === 1) return l10n.t("{0} of 1 ping lost", text);
  // With fewer pings, each is the last of its minute: a difference is but one of when they were counted.
  return own === undefined || own === text || total <= minutesOfAnHour
    ? l10n.t("{0} of {1} pings lost", text, total)
    : l10n.t("{0} of {1} pings lost ({2} of one per minute)", text, total, own);
}

/** With those that have just begun and ended. */
const minutesOfAnHour = 61;
