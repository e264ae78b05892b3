import * as l10n from "@vscode/l10n";
import { type NodeFacts } from "../../../fleet/nodes/nodeFacts";
import { type GpuDevice } from "../../../komari/model/readings";
import { type Format } from "../../../shared/format";
import { formatValue, metrics } from "../../../shared/metrics";
import {
  failedText,
  gap,
  joined,
  row,
  shortText,
  type TooltipContext,
  type TooltipRow,
} from "./tooltipRow";
import { amountText, percentText } from "./usageText";

/** One line per GPU, enough for most machines. */
const maxLines = 4;

/** A line for each GPU, where the server reports real values; the last one counts the others. */
export function gpuRows(facts: NodeFacts, context: TooltipContext): readonly TooltipRow[] {
  const devices = facts.status?.gpus;
  if (devices === undefined) return row(metrics.gpu.label(), averageText(facts, context));
  const rest = devices.length - maxLines;
  return devices.slice(0, maxLines).flatMap((device, index) => {
    const label = devices.length === 1 ? metrics.gpu.label() : l10n.t("GPU {0}", index + 1);
    const text = deviceText(device, facts, context);
    const isLast = rest > 0 && index === maxLines - 1;
    return row(label, isLast ? l10n.t("{0} (and {1} more)", text ?? "", rest) : text);
  });
}

function deviceText(
  device: GpuDevice,
  { troubles, node }: NodeFacts,
  context: TooltipContext,
): string | undefined {
  const { usage } = device;
  const warning = troubles.some(({ kind, limit }) => kind === "gpu" && (usage ?? 0) >= limit);
  const name = device.name ?? node.gpuName;
  const amount = amountText(device.memoryUsed, device.memoryTotal, context.format);
  const facts = [name && shortText(name), amount, temperatureText(device.temperature, context)];
  return joined([percentText(usage, warning, context), joined(facts)], gap);
}

/** The model and the mean usage of all GPUs, for servers that do not list them. */
function averageText(facts: NodeFacts, context: TooltipContext): string | undefined {
  const { node, status, troubles } = facts;
  const model = node.gpuName && shortText(node.gpuName);
  if (status?.gpu === undefined) return joined([failedText(facts, "gpu"), model], gap);
  const warning = troubles.some(({ kind }) => kind === "gpu");
  const temperature = temperatureText(status.temperature, context);
  return joined([percentText(status.gpu, warning, context), joined([model, temperature])], gap);
}

function temperatureText(
  degrees: number | undefined,
  { format }: { readonly format: Format },
): string | undefined {
  return degrees === undefined ? undefined : formatValue(degrees, metrics.temperature.unit, format);
}
