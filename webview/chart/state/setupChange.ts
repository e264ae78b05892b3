import { type ChartSetup } from "../../../src/shared/chartApi";

/** Whether the spans, metrics, tasks or the language differ, which the frame is built from. */
export function needsNewFrame(a: ChartSetup, b: ChartSetup): boolean {
  return JSON.stringify(frameInputs(a)) !== JSON.stringify(frameInputs(b));
}

function frameInputs({ kind, locale, hours, metrics, tasks, ...rest }: ChartSetup) {
  const { keptHours, pingKeptHours } = rest;
  return { kind, locale, hours, metrics, tasks, keptHours, pingKeptHours };
}
