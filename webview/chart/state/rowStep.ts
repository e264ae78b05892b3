import { type Format } from "../../../src/shared/format";
import { usualStep } from "../data/gaps";
import { type Line } from "../data/line";

/** No server keeps shorter steps: what comes sooner are reports or pings, each by itself. */
const leastStepMs = 60_000;

/**
 * What each row of the lines stands for, where that is a step of time: "5 min". The longest, if they
 * differ; undefined below `least` milliseconds.
 */
export function rowStepText(
  lines: readonly Pick<Line, "metric" | "times" | "lastOfStep">[],
  { duration }: Pick<Format, "duration">,
  least = leastStepMs,
): string | undefined {
  const steps = lines
    .filter(({ metric, lastOfStep }) => metric !== "ping" || lastOfStep === true)
    .map(({ times }) => usualStep(times))
    .filter((step) => step >= least);
  return steps.length === 0 ? undefined : duration(Math.max(...steps) / 1000);
}
