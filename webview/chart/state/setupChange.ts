import { type ChartSetup } from "../../../src/shared/chartApi";

/** Whether there is another choice of spans, metrics or tasks to offer, or another language to speak. */
export function needsNewFrame(a: ChartSetup, b: ChartSetup): boolean {
  return JSON.stringify(offered(a)) !== JSON.stringify(offered(b));
}

function offered({ kind, locale, hours, metrics, tasks, ...rest }: ChartSetup) {
  const { keptHours, pingKeptHours } = rest;
  return { kind, locale, hours, metrics, tasks, keptHours, pingKeptHours };
}
