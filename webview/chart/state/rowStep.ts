import { type Format } from "../../../src/shared/format";
import { usualStep } from "../data/gaps";
import { type Line } from "../data/line";

/** Servers keep no shorter steps: closer rows are single reports or pings. */
const minStepMs = 60_000;

/**
 * The step of the rows of the lines: "5 min", "minute", as it is put behind "every". The longest, if they differ; undefined below `minMs`.
 */
export function rowStepText(
  lines: readonly Pick<Line, "metric" | "times" | "lastOfStep">[],
  { period }: Pick<Format, "period">,
  minMs = minStepMs,
): string | undefined {
  const steps = lines
    .filter(({ metric, lastOfStep }) => metric !== "ping" || lastOfStep === true)
    .map(({ times }) => usualStep(times))
    .filter((step) => step >= minMs);
  return steps.length === 0 ? undefined : period(Math.max(...steps) / 1000);
}
