import { hasGpu } from "../../fleet/gpus";
import { sampleOf } from "../../fleet/sample";
import { type Reading, type SimNode, readings, yearOne } from "../../fleet/simNode";
import { writeTime } from "../../goTime";
import { type Json } from "../../json";
import { type World } from "../../world";

/** The members of a status that each reading covers. */
const covered: Readonly<Record<Reading, readonly string[]>> = {
  cpu: ["cpu"],
  ram: ["ram", "ram_total"],
  swap: ["swap", "swap_total"],
  load: ["load", "load5", "load15"],
  disk: ["disk", "disk_total"],
  net_rate: ["net_in", "net_out"],
  network: ["net_total_up", "net_total_down"],
  process: ["process"],
  connections: ["connections", "connections_tcp", "connections_udp"],
  uptime: ["uptime"],
  gpu: ["gpu", "gpu_count", "gpu_average_usage", "gpu_detailed_info"],
};

type AgentKind = "old" | "older" | "current";

/** Agents of the first protocol say nothing of the quality, and those after it not all. */
function kindOf({ facts }: SimNode): AgentKind {
  if (facts.version.startsWith("1.1.")) return "old";
  return facts.version.startsWith("1.2.1") ? "older" : "current";
}

/** A status with what is known of its readings: those that failed are null. */
export function nekomariStatus(
  status: Readonly<Record<string, Json>>,
  node: SimNode,
  time: number,
  { profile }: World,
): Record<string, Json> {
  const kind = kindOf(node);
  const { failing } = node.habits;
  const failed = new Set(
    kind === "old"
      ? []
      : readings.flatMap((reading) => (reading in failing ? covered[reading] : [])),
  );
  const whole: Record<string, Json> = {
    ...status,
    ...sampling(node, kind, time, profile.status.reportMs),
    received_at: writeTime(time, profile.time),
    quality: qualityOf(node, kind),
    connections_tcp: sampleOf(node, time).tcp,
    gpu: hasGpu(node) ? (status.gpu ?? null) : null,
    temp: null,
  };
  return Object.fromEntries(
    Object.entries(whole).map(([key, value]) => [key, failed.has(key) ? null : value]),
  );
}

/** When the agent read, by its own clock. */
function sampling(node: SimNode, kind: AgentKind, time: number, everyMs: number) {
  const zone = { zoneMinutes: 0, nanoseconds: true };
  return {
    sampled_at: writeTime(kind === "old" ? yearOne : time - 145, zone),
    sample_interval_seconds: kind === "old" ? 0 : everyMs / 1000,
    counter_epoch: kind === "old" ? "" : `e-${(node.seed >>> 16).toString(16)}`,
  };
}

function qualityOf(node: SimNode, kind: AgentKind): Json {
  if (kind === "old") return null;
  const available = readings.filter(
    (reading) =>
      (reading !== "gpu" || hasGpu(node)) && !(kind === "older" && reading === "process"),
  );
  return Object.fromEntries(
    available.map((reading) => [reading, node.habits.failing[reading] ?? "ok"]),
  );
}
