import * as l10n from "@vscode/l10n";
import { type Format } from "../../../shared/format";
import { escapeMarkdown } from "../../../shared/markdown";
import { type NodeFacts } from "../../../fleet/nodeFacts";
import { type TooltipRow } from "./tooltipRow";

export function systemRows({ node, status }: NodeFacts, format: Format): TooltipRow[] {
  const rows: TooltipRow[] = [];
  if (status?.uptimeSeconds !== undefined) {
    rows.push([l10n.t("Uptime"), format.duration(status.uptimeSeconds)]);
  }
  const system = joined([node.os, node.kernelVersion]);
  if (system !== "") rows.push([l10n.t("System"), system]);
  const machine = joined([node.arch, node.virtualization]);
  if (machine !== "") rows.push([l10n.t("Machine"), machine]);
  if (node.cpuName !== undefined) rows.push([l10n.t("CPU model"), escapeMarkdown(node.cpuName)]);
  if (node.gpuName !== undefined) rows.push([l10n.t("GPU model"), escapeMarkdown(node.gpuName)]);
  if (node.ipv4 !== undefined) rows.push(["IPv4", escapeMarkdown(node.ipv4)]);
  if (node.ipv6 !== undefined) rows.push(["IPv6", escapeMarkdown(node.ipv6)]);
  if (node.agentVersion !== undefined) {
    rows.push([l10n.t("Agent"), escapeMarkdown(node.agentVersion)]);
  }
  return rows;
}

function joined(parts: readonly (string | undefined)[]): string {
  return parts
    .filter((part) => part !== undefined)
    .map(escapeMarkdown)
    .join(" · ");
}
