/** One GPU: usage in percent, memory in bytes, and °C. Undefined: not reported. */
export interface GpuDevice {
  readonly name: string | undefined;
  readonly usage: number | undefined;
  readonly memoryUsed: number | undefined;
  readonly memoryTotal: number | undefined;
  readonly temperature: number | undefined;
}

/** Readings that an agent takes together, so that they fail together. */
export type ReadingGroup =
  | ("cpu" | "memory" | "swap" | "load" | "disk" | "networkRate" | "networkTotal")
  | ("processes" | "connections" | "uptime" | "gpu");

/** The server's reason by group of failed readings, whose values are undefined. */
export type FailedReadings = Readonly<Partial<Record<ReadingGroup, string>>>;
