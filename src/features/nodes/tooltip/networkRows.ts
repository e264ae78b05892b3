import * as l10n from "@vscode/l10n";
import { type NodeStatus, type PingSummary, type TrafficLimitType } from "../../../komari/model";
import { type Format } from "../../../shared/format";
import { escapeMarkdown } from "../../../shared/markdown";
import { charts, metrics } from "../../../shared/metrics";
import { type NodeFacts, share, trafficUsed } from "../../../fleet/nodeFacts";
import { type TooltipRow } from "./tooltipRow";
import { fill } from "./usageRows";

export function networkRows(facts: NodeFacts, format: Format): TooltipRow[] {
  const { node, status } = facts;
  const rows: TooltipRow[] = [];
  const rates = downUp(status?.networkIn, status?.networkOut, format.rate);
  if (rates !== undefined) rows.push([charts.network.label(), rates]);
  const totals = downUp(status?.totalDown, status?.totalUp, format.bytes);
  if (totals !== undefined) rows.push([charts.traffic.label(), totals]);
  if (node.trafficLimit !== undefined) rows.push([l10n.t("Quota"), quota(facts, format)]);
  const connections = connectionText(status, format);
  if (connections !== undefined) rows.push([charts.connections.label(), connections]);
  if (status?.processes !== undefined) {
    rows.push([metrics.processes.label(), format.number(status.processes)]);
  }
  const pings = status?.ping ?? [];
  return [...rows, ...pings.map((ping): TooltipRow => pingRow(ping, format))];
}

function downUp(
  down: number | undefined,
  up: number | undefined,
  text: (value: number) => string,
): string | undefined {
  if (down === undefined || up === undefined) return undefined;
  return `↓ ${text(down)} · ↑ ${text(up)}`;
}

function quota(facts: NodeFacts, format: Format): string {
  const { trafficLimit, trafficLimitType } = facts.node;
  const used = trafficUsed(facts);
  const amount = fill(share(used, trafficLimit), used, trafficLimit, format) ?? "";
  return `${amount} (${limitText(trafficLimitType)})`;
}

function limitText(type: TrafficLimitType): string {
  switch (type) {
    case "sum":
      return l10n.t("up + down");
    case "max":
      return l10n.t("larger of up, down");
    case "min":
      return l10n.t("smaller of up, down");
    case "up":
      return l10n.t("upload");
    case "down":
      return l10n.t("download");
  }
}

function connectionText(status: NodeStatus | undefined, format: Format): string | undefined {
  if (status?.tcpConnections === undefined) return undefined;
  const tcp = `${metrics.tcpConnections.label()} ${format.number(status.tcpConnections)}`;
  if (status.udpConnections === undefined) return tcp;
  return `${tcp} · ${metrics.udpConnections.label()} ${format.number(status.udpConnections)}`;
}

function pingRow(ping: PingSummary, format: Format): TooltipRow {
  const parts = [
    ping.latest === undefined ? l10n.t("no answer") : format.milliseconds(ping.latest),
  ];
  if (ping.average !== undefined) {
    parts.push(l10n.t("average {0}", format.milliseconds(ping.average)));
  }
  if (ping.loss !== undefined) parts.push(l10n.t("loss {0}", format.loss(ping.loss)));
  const name = ping.name === "" ? `#${ping.taskId}` : ping.name;
  return [l10n.t("Ping {0}", escapeMarkdown(name)), parts.join(" · ")];
}
