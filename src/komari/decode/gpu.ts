import { isRecord } from "../../util/json";
import { type GpuDevice } from "../model";
import {
  isArray,
  nonNegative,
  nonZero,
  number,
  positive,
  text,
  type WireRecord,
} from "./primitives";

/**
 * Percent. Through 1.4.3 `gpu` is 0 for every node, so that 0 is unknown; later servers say how
 * many GPUs there are, and with one a 0 is an idle GPU.
 */
export function gpuUsage(record: WireRecord): number | undefined {
  if (positive(record.gpu_count) === undefined) return positive(record.gpu);
  return number(record.gpu_average_usage) ?? number(record.gpu);
}

/** `gpu_detailed_info` of servers after 1.4.3: a list of devices. */
export function gpuDevices(value: unknown): readonly GpuDevice[] | undefined {
  return isArray(value) ? value.filter(isRecord).map(device) : undefined;
}

function device(record: WireRecord): GpuDevice {
  return {
    name: text(record.name) ?? text(record.device_name),
    usage: nonNegative(record.utilization),
    memoryUsed: nonNegative(record.memory_used),
    memoryTotal: positive(record.memory_total),
    temperature: nonZero(record.temperature),
  };
}
