import * as l10n from "@vscode/l10n";
import { type Format } from "../../../shared/format";
import { bar } from "../../../shared/markdown";
import { formatValue, metrics } from "../../../shared/metrics";
import {
  diskShare,
  diskTotal,
  memoryShare,
  memoryTotal,
  type NodeFacts,
  swapShare,
  swapTotal,
} from "../../../fleet/nodeFacts";
import { type TooltipRow } from "./tooltipRow";

export function usageRows(facts: NodeFacts, format: Format): TooltipRow[] {
  const { status } = facts;
  const rows: TooltipRow[] = [];
  const cpu = cpuText(facts, format);
  if (cpu !== "") rows.push([metrics.cpu.label(), cpu]);
  if (status?.load1 !== undefined) rows.push([metrics.load.label(), loads(facts, format)]);
  const memory = fill(memoryShare(facts), status?.memoryUsed, memoryTotal(facts), format);
  if (memory !== undefined) rows.push([metrics.memory.label(), memory]);
  const swap = fill(swapShare(facts), status?.swapUsed, swapTotal(facts), format);
  if (swapTotal(facts) === 0) rows.push([metrics.swap.label(), l10n.t("none")]);
  else if (swap !== undefined) rows.push([metrics.swap.label(), swap]);
  const disk = fill(diskShare(facts), status?.diskUsed, diskTotal(facts), format);
  if (disk !== undefined) rows.push([metrics.disk.label(), disk]);
  if (status?.gpu !== undefined) rows.push([metrics.gpu.label(), percentBar(status.gpu, format)]);
  if (status?.temperature !== undefined) {
    rows.push([
      metrics.temperature.label(),
      formatValue(status.temperature, metrics.temperature.unit, format),
    ]);
  }
  return rows;
}

function cpuText({ node, status }: NodeFacts, format: Format): string {
  const parts: string[] = [];
  if (status?.cpu !== undefined) parts.push(percentBar(status.cpu, format));
  if (node.cpuCores !== undefined) parts.push(l10n.t("{0} cores", node.cpuCores));
  return parts.join(" · ");
}

function loads({ status }: NodeFacts, format: Format): string {
  return [status?.load1, status?.load5, status?.load15]
    .filter((load) => load !== undefined)
    .map((load) => formatValue(load, metrics.load.unit, format))
    .join(" / ");
}

function percentBar(percent: number, format: Format): string {
  return `${bar(percent)} ${format.percent(percent)}`;
}

/** The bar and "3.6 GiB of 8 GiB"; only the part that is known. */
export function fill(
  percent: number | undefined,
  used: number | undefined,
  total: number | undefined,
  format: Format,
): string | undefined {
  if (used === undefined || total === undefined) {
    // Nothing used of an unknown total is what agents say that know neither.
    const known = used === 0 ? total : (used ?? total);
    return known === undefined ? undefined : format.bytes(known);
  }
  const amounts = l10n.t("{0} of {1}", format.bytes(used), format.bytes(total));
  return percent === undefined ? amounts : `${percentBar(percent, format)} · ${amounts}`;
}
