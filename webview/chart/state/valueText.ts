import * as l10n from "@vscode/l10n";
import { type Format } from "../../../src/shared/format";
import { formatShort, formatValue, type Unit } from "../../../src/shared/metrics";
import { type Line } from "../data/line";
import { usualStep } from "../data/gaps";

/** What is not known. */
export const unknownText = "–";

/** How the values of one chart are written. */
export interface ValueStyle {
  readonly unit: Unit;
  /** Of each line's total, where it has one. */
  readonly percent: boolean;
  /** As short as in a row of the tree. */
  readonly short?: boolean;
}

export function valueText(
  value: number | "lost" | undefined,
  { total }: Pick<Line, "total">,
  { unit, percent, short = false }: ValueStyle,
  format: Format,
): string {
  const write = short ? formatShort : formatValue;
  if (value === "lost") return l10n.t("lost");
  if (value === undefined || !Number.isFinite(value)) return unknownText;
  if (!percent) return write(value, unit, format);
  return total === undefined || total <= 0
    ? unknownText
    : write((value / total) * 100, "percent", format);
}

/** Servers keep no shorter steps: closer rows are single reports or pings. */
const minStepMs = 60_000;

/**
 * The step of the rows of the lines: "5 min", "minute", as it is put behind "every". The longest, if they differ; undefined below `minMs`.
 */
export function rowStepText(
  lines: readonly Pick<Line, "metric" | "times" | "ends" | "lastOfStep">[],
  { period }: Pick<Format, "period">,
  minMs = minStepMs,
): string | undefined {
  const steps = lines
    .filter(({ metric, lastOfStep }) => metric !== "ping" || lastOfStep === true)
    // Amounts are of all that was counted.
    .filter(({ ends }) => ends === undefined)
    .map(({ times }) => usualStep(times))
    .filter((step) => step >= minMs);
  return steps.length === 0 ? undefined : period(Math.max(...steps) / 1000);
}
