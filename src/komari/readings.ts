/** One graphics card: its use in percent, bytes of its memory, and °C. Undefined: not told. */
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

/** The server's word for why, by group of readings that failed. Their values are undefined. */
export type FailedReadings = Readonly<Partial<Record<ReadingGroup, string>>>;
