import * as l10n from "@vscode/l10n";
import { type Format } from "../../../shared/format";
import { bar } from "../../../shared/markdown";
import {
  diskShare,
  diskTotal,
  memoryShare,
  memoryTotal,
  type NodeFacts,
  swapShare,
  swapTotal,
} from "../nodeFacts";
import { type TooltipRow } from "./tooltipRow";

export function usageRows(facts: NodeFacts, format: Format): TooltipRow[] {
  const { status } = facts;
  const rows: TooltipRow[] = [];
  const cpu = cpuText(facts, format);
  if (cpu !== "") rows.push([l10n.t("CPU"), cpu]);
  if (status?.load1 !== undefined) rows.push([l10n.t("Load"), loads(facts, format)]);
  const memory = fill(memoryShare(facts), status?.memoryUsed, memoryTotal(facts), format);
  if (memory !== undefined) rows.push([l10n.t("Memory"), memory]);
  const swap = fill(swapShare(facts), status?.swapUsed, swapTotal(facts), format);
  if (swapTotal(facts) === 0) rows.push([l10n.t("Swap"), l10n.t("none")]);
  else if (swap !== undefined) rows.push([l10n.t("Swap"), swap]);
  const disk = fill(diskShare(facts), status?.diskUsed, diskTotal(facts), format);
  if (disk !== undefined) rows.push([l10n.t("Disk"), disk]);
  if (status?.gpu !== undefined) rows.push([l10n.t("GPU"), percentBar(status.gpu, format)]);
  if (status?.temperature !== undefined) {
    rows.push([l10n.t("Temperature"), `${format.number(status.temperature, 1)} °C`]);
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
    .map((load) => format.number(load, 2))
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
