/** The numbers of a node that change with its reports, as the page of the fleet is sent them. */
export const fleetFigures = [
  /** Percent. */
  "cpu",
  /** Percent of their totals. */
  "memory",
  "swap",
  "disk",
  /** Bytes per second. */
  "networkIn",
  "networkOut",
  /** Bytes that count towards the limit. */
  "traffic",
  /** Milliseconds, and percent of pings lost, of the chosen task, else the average of all. */
  "ping",
  "loss",
  "load",
  /** When the machine was started, milliseconds since the epoch; within seconds, so that it rests. */
  "startedAt",
  "processes",
  /** TCP connections. */
  "connections",
  /** °C. */
  "temperature",
  /** Percent. */
  "gpu",
  /** When the node reported last, milliseconds since the epoch. */
  "reportedAt",
] as const;
export type FleetFigure = (typeof fleetFigures)[number];

/** The recent CPU that is kept of each node: a sample per step. */
export const trailStepMs = 10_000;
export const trailLength = 30;

/** In place of a percent: no sample came within the step. */
export const noSample = 255;
