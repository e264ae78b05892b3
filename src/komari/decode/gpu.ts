import { isRecord } from "../../util/json";
import { type GpuDevice } from "../model/readings";
import { isArray, nonNegative, nonZero, positive, label, type WireRecord } from "./primitives";

interface GpuReadings {
  /** The mean use of all GPUs, percent. */
  readonly usage: number | undefined;
  readonly devices: readonly GpuDevice[] | undefined;
}

const none: GpuReadings = { usage: undefined, devices: undefined };

/**
 * The GPUs of a status. Through 1.4.3 `gpu` is 0 for every node, so that 0 is unknown; later servers
 * say how many GPUs there are, and with one a 0 is an idle GPU. They have `gpu_count`,
 * `gpu_average_usage` and `gpu_detailed_info`; komari-retro has `gpu_detail` with the same in it.
 */
export function gpuReadings(record: WireRecord): GpuReadings {
  const detail = record.gpu_detail;
  const readings = isRecord(detail)
    ? counted(detail.count, detail.average_usage, detail.detailed_info, record.gpu)
    : counted(record.gpu_count, record.gpu_average_usage, record.gpu_detailed_info, record.gpu);
  if (readings !== undefined) return readings;
  const usage = positive(record.gpu);
  return usage === undefined ? none : { usage, devices: undefined };
}

/** Undefined if the server lists no GPU. */
function counted(
  count: unknown,
  average: unknown,
  list: unknown,
  usage: unknown,
): GpuReadings | undefined {
  const devices = isArray(list) ? list.filter(isRecord).map(device) : [];
  if (positive(count) === undefined && devices.length === 0) return undefined;
  return {
    // The average is omitted if it is 0.
    usage: nonNegative(average) ?? nonNegative(usage),
    devices: devices.length > 0 ? devices : undefined,
  };
}

function device(record: WireRecord): GpuDevice {
  return {
    name: label(record.name) ?? label(record.device_name),
    usage: nonNegative(record.utilization),
    memoryUsed: nonNegative(record.memory_used),
    memoryTotal: positive(record.memory_total),
    temperature: nonZero(record.temperature),
  };
}
