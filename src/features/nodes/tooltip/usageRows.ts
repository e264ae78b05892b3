import * as l10n from "@vscode/l10n";
import { type ThresholdKey } from "../../../fleet/trouble";
import { metrics, formatValue } from "../../../shared/metrics";
import { type Format } from "../../../shared/format";
import {
  diskShare,
  diskTotal,
  memoryShare,
  memoryTotal,
  type NodeFacts,
  swapShare,
} from "../../../fleet/nodeFacts";
import {
  joined,
  row,
  shortText,
  type TooltipContext,
  type TooltipRow,
  warningText,
} from "./tooltipRow";
import { usageBar } from "./usageBar";

/** CPU, memory with swap, disk and GPU; of an offline node the disk alone still holds. */
export function usageRows(facts: NodeFacts, context: TooltipContext): readonly TooltipRow[] {
  const disk = row(metrics.disk.label(), diskText(facts, context));
  if (facts.presence === "offline") return disk;
  return [
    ...row(metrics.cpu.label(), cpuText(facts, context)),
    ...row(metrics.memory.label(), memoryText(facts, context)),
    ...disk,
    ...row(metrics.gpu.label(), gpuText(facts, context)),
  ];
}

function cpuText(facts: NodeFacts, context: TooltipContext): string | undefined {
  const { node, status } = facts;
  const cores =
    node.cpuCores === undefined
      ? undefined
      : node.cpuCores === 1
        ? l10n.t("1 core")
        : l10n.t("{0} cores", node.cpuCores);
  return joined([percentText("cpu", status?.cpu, facts, context), cores], gap);
}

function memoryText(facts: NodeFacts, context: TooltipContext): string | undefined {
  const { format } = context;
  const amount = amountText(facts.status?.memoryUsed, memoryTotal(facts), format);
  const swap = swapShare(facts);
  const swapText = swap === undefined ? undefined : l10n.t("swap {0}", format.percent(swap));
  return joined(
    [percentText("memory", memoryShare(facts), facts, context), joined([amount, swapText])],
    gap,
  );
}

function diskText(facts: NodeFacts, context: TooltipContext): string | undefined {
  const amount = amountText(facts.status?.diskUsed, diskTotal(facts), context.format);
  return joined([percentText("disk", diskShare(facts), facts, context), amount], gap);
}

/** Only where the server reports real values. */
function gpuText(facts: NodeFacts, context: TooltipContext): string | undefined {
  const { node, status } = facts;
  if (status?.gpu === undefined) return undefined;
  const temperature =
    status.temperature === undefined
      ? undefined
      : formatValue(status.temperature, metrics.temperature.unit, context.format);
  const model = node.gpuName === undefined ? undefined : shortText(node.gpuName);
  return joined(
    [percentText("gpu", status.gpu, facts, context), joined([model, temperature])],
    gap,
  );
}

const gap = "\u2002";

function percentText(
  key: ThresholdKey,
  percent: number | undefined,
  { troubles }: NodeFacts,
  { format }: TooltipContext,
): string | undefined {
  if (percent === undefined) return undefined;
  const warning = troubles.some(({ kind }) => kind === key);
  const text = format.percent(percent);
  return `${usageBar(percent, warning)}${gap}${warning ? warningText(text) : text}`;
}

/** "7.5 of 8 GiB"; only the part that is known. */
export function amountText(
  used: number | undefined,
  total: number | undefined,
  format: Format,
): string | undefined {
  if (used === undefined || total === undefined) {
    // Agents report 0 used of an unknown total when they know neither.
    const known = used === 0 ? total : (used ?? total);
    return known === undefined ? undefined : format.bytes(known);
  }
  const [amount, unit] = splitUnit(format.bytes(used));
  const of = format.bytes(total);
  return l10n.t("{0} of {1}", splitUnit(of)[1] === unit ? amount : format.bytes(used), of);
}

function splitUnit(text: string): readonly [amount: string, unit: string] {
  const at = text.lastIndexOf(" ");
  return [text.slice(0, at), text.slice(at + 1)];
}
