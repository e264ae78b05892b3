import * as l10n from "@vscode/l10n";
import { type ThresholdKey } from "../../../shared/nodes/trouble";
import { metrics } from "../../../shared/metrics";
import { type NodeFacts, totalOf, valueOf } from "../../../fleet/nodes/nodeFacts";
import { coresText } from "../../common/coresText";
import { gpuRows } from "./gpuRows";
import { failedText, gap, joined, row, type TooltipContext, type TooltipRow } from "./tooltipRow";
import { amountText, percentText } from "./usageText";

/** CPU, memory with swap, disk and GPUs; of an offline node the disk alone still holds. */
export function usageRows(facts: NodeFacts, context: TooltipContext): readonly TooltipRow[] {
  const disk = row(metrics.disk.label(), diskText(facts, context));
  if (facts.presence === "offline") return disk;
  return [
    ...row(metrics.cpu.label(), cpuText(facts, context)),
    ...row(metrics.memory.label(), memoryText(facts, context)),
    ...disk,
    ...gpuRows(facts, context),
  ];
}

function cpuText(facts: NodeFacts, context: TooltipContext): string | undefined {
  const use = percentText(facts.status?.cpu, isTroubled(facts, "cpu"), context);
  return joined([use ?? failedText(facts, "cpu"), coresText(facts.node)], gap);
}

function memoryText(facts: NodeFacts, context: TooltipContext): string | undefined {
  const { format } = context;
  const swap = valueOf(facts, "swap");
  const swapValue = swap === undefined ? failedText(facts, "swap") : format.percent(swap);
  const swapText = swapValue === undefined ? undefined : l10n.t("swap {0}", swapValue);
  const failed = failedText(facts, "memory");
  if (failed !== undefined) return joined([failed, swapText]);
  const amount = amountText(facts.status?.memory, totalOf(facts, "memory"), format);
  const use = percentText(valueOf(facts, "memory"), isTroubled(facts, "memory"), context);
  return joined([use, joined([amount, swapText])], gap);
}

function diskText(facts: NodeFacts, context: TooltipContext): string | undefined {
  const failed = failedText(facts, "disk");
  if (failed !== undefined) return failed;
  const amount = amountText(facts.status?.disk, totalOf(facts, "disk"), context.format);
  const use = percentText(valueOf(facts, "disk"), isTroubled(facts, "disk"), context);
  return joined([use, amount], gap);
}

function isTroubled({ troubles }: NodeFacts, key: ThresholdKey): boolean {
  return troubles.some(({ kind }) => kind === key);
}
