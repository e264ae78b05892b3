import { noise, unit } from "../random";
import { type SimNode, day, minute, second } from "./simNode";

/** All that an agent measures at a moment. */
export interface Sample {
  readonly cpu: number;
  readonly gpu: number;
  readonly ram: number;
  readonly swap: number;
  readonly load: number;
  readonly load5: number;
  readonly load15: number;
  readonly disk: number;
  readonly netIn: number;
  readonly netOut: number;
  readonly totalUp: number;
  readonly totalDown: number;
  readonly process: number;
  readonly tcp: number;
  readonly udp: number;
  /** Seconds. */
  readonly uptime: number;
}

export function sampleOf(node: SimNode, time: number): Sample {
  const { habits, facts, seed } = node;
  const full = habits.blank ? 0 : 1;
  const cpu = full * cpuOf(node, time);
  const bootedAt = bootOf(node, time);
  const busy = noise(seed ^ 5, time / (3 * minute));
  return {
    cpu: rounded(cpu),
    gpu: facts.gpu_name.startsWith("NVIDIA") ? rounded(100 * noise(seed ^ 6, time / minute)) : 0,
    ram: whole(
      full * facts.mem_total * clamp(habits.ram + habits.wobble * (busy - 0.5), 0.01, 0.99),
    ),
    swap: whole(full * facts.swap_total * clamp(habits.swap + 0.05 * (busy - 0.5), 0, 1)),
    load: rounded((cpu / 100) * Math.max(1, facts.cpu_cores) * 1.1),
    load5: rounded((cpu / 100) * Math.max(1, facts.cpu_cores)),
    load15: rounded((cpu / 100) * Math.max(1, facts.cpu_cores) * 0.9),
    disk: whole(full * facts.disk_total * clamp(habits.disk + 0.004 * drift(seed, time), 0, 0.999)),
    netIn: whole(rateOf(habits.down, node, seed ^ 7, time)),
    netOut: whole(rateOf(habits.up, node, seed ^ 8, time)),
    totalUp: totalOf(habits.up, node, seed ^ 8, bootedAt, time),
    totalDown: totalOf(habits.down, node, seed ^ 7, bootedAt, time),
    process: whole(habits.process * (0.9 + 0.2 * busy)),
    tcp: whole(habits.connections * (0.7 + 0.6 * busy)),
    udp: whole(10 * noise(seed ^ 9, time / minute)),
    uptime: whole((time - bootedAt) / second),
  };
}

/** A daily wave, slow and quick noise, a job by a timer, and a burst in one minute of a hundred. */
function cpuOf(node: SimNode, time: number): number {
  const { habits, seed } = node;
  const burst = unit(seed ^ 1, Math.floor(time / minute));
  if (burst > 0.99) {
    return habits.peak * (0.92 + 0.08 * unit(seed ^ 2, Math.floor(time / second)));
  }
  const wave =
    0.45 * (0.5 + 0.5 * Math.sin(angle(node, seed, time))) +
    0.35 * noise(seed ^ 3, time / (7 * minute)) +
    0.2 * noise(seed ^ 4, time / (9 * second));
  return clamp(habits.cpu + habits.swing * (wave - 0.3) + jobOf(node, time), 0.1, 100);
}

function jobOf({ habits: { job }, seed }: SimNode, time: number): number {
  if (job === undefined) return 0;
  return (time + seed) % job.everyMs < job.lastsMs ? job.cpu : 0;
}

function drift(seed: number, time: number): number {
  return noise(seed ^ 10, time / day) - 0.5;
}

function rateOf(mean: number, node: SimNode, seed: number, time: number): number {
  const wave = 1 + 0.6 * Math.sin(angle(node, seed, time));
  return mean * wave * (0.6 + 0.8 * noise(seed, time / (4 * second)));
}

/** The integral of the daily wave of `rateOf` since the last start: never falls but at a restart. */
function totalOf(
  mean: number,
  node: SimNode,
  seed: number,
  bootedAt: number,
  time: number,
): number {
  const wave = (0.6 * day) / (2 * Math.PI);
  const fall = Math.cos(angle(node, seed, bootedAt)) - Math.cos(angle(node, seed, time));
  const ms = time - bootedAt + wave * fall;
  return whole((mean * ms) / second);
}

/** Where the day's wave is; its top is at the busy hour. */
function angle({ habits: { busyHour } }: SimNode, seed: number, time: number): number {
  const phase = busyHour === undefined ? seed % 24 : 6 - busyHour;
  return 2 * Math.PI * (time / day + phase / 24);
}

/** Restarts are even, and so known before the first as well. */
function bootOf({ habits }: SimNode, time: number): number {
  const { bootedAt, rebootEveryMs: every } = habits;
  if (every === 0) return Math.min(bootedAt, time);
  return bootedAt + Math.floor((time - bootedAt) / every) * every;
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}

function whole(value: number): number {
  return Math.round(value);
}

/** Agents send 32-bit floats: six decimals are as many as they mean. */
function rounded(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}
