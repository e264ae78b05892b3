import * as l10n from "@vscode/l10n";
import { joinList } from "../../../shared/joinList";
import { charts, formatValue, metrics } from "../../../shared/metrics";
import { type NodeFacts } from "../../../fleet/nodes/nodeFacts";
import { expiryDateText, priceText } from "../../../shared/nodes/contractText";
import {
  failedText,
  joined,
  row,
  shortText,
  type TooltipContext,
  type TooltipRow,
  warningText,
} from "./tooltipRow";

/** More would fill the tooltip. */
const maxTags = 20;

/** Uptime and load, what failed of the rest, price, expiry and when it was added, tags and remarks, system: a line each. */
export function factRows(facts: NodeFacts, context: TooltipContext): readonly TooltipRow[] {
  const { node } = facts;
  const tags = joinList(node.tags.slice(0, maxTags).map(shortText));
  const remark = joined([node.remark, node.publicRemark].map((text) => text && shortText(text)));
  return [
    ...uptimeRow(facts, context),
    ...failedRows(facts),
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

/** Failed readings without a line of their own. */
function failedRows(facts: NodeFacts): readonly TooltipRow[] {
  if (facts.presence === "offline") return [];
  return [
    ...row(metrics.processes.label(), failedText(facts, "processes")),
    ...row(charts.connections.label(), failedText(facts, "connections")),
  ];
}

function uptimeRow(facts: NodeFacts, { format }: TooltipContext): readonly TooltipRow[] {
  const { status, presence } = facts;
  if (presence === "offline") return [];
  const loads = [status?.load, status?.load5, status?.load15]
    .filter((load) => load !== undefined)
    .map((load) => formatValue(load, metrics.load.unit, format))
    .join(" ");
  const loadText = loads === "" ? failedText(facts, "load") : loads;
  const seconds = status?.uptimeSeconds;
  const uptime = seconds === undefined ? failedText(facts, "uptime") : format.duration(seconds);
  if (uptime === undefined) return row(metrics.load.label(), loadText);
  const text = loadText === undefined ? uptime : l10n.t("{0}, load {1}", uptime, loadText);
  return row(l10n.t("Uptime"), text);
}

function contractRow(facts: NodeFacts, context: TooltipContext): readonly TooltipRow[] {
  const { price, createdAt } = facts.node;
  const { format } = context;
  const expiry = expiryText(facts, context);
  const date = createdAt === undefined ? undefined : format.utcDate(createdAt);
  if (price === undefined && expiry === undefined) return row(l10n.t("Added"), date);
  const text = joined([
    price && priceText(price, shortText, format),
    expiry,
    date && l10n.t("added {0}", date),
  ]);
  return row(price === undefined ? l10n.t("Expiry") : l10n.t("Price"), text);
}

function expiryText({ node, troubles }: NodeFacts, context: TooltipContext): string | undefined {
  const text = expiryDateText(node, context.serverTime, context.format);
  if (text === undefined) return undefined;
  return troubles.some(({ kind }) => kind === "expiry") ? warningText(text) : text;
}

function systemText({ node }: NodeFacts): string | undefined {
  const { os, kernelVersion, agentVersion } = node;
  return joined([
    os && shortText(os),
    kernelVersion && l10n.t("kernel {0}", shortText(kernelVersion)),
    agentVersion && l10n.t("agent {0}", shortText(agentVersion)),
  ]);
}
