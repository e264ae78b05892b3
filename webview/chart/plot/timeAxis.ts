import { type TimeRange, type TimeZone } from "../../../src/shared/times";
import { type TimeLabels } from "./timeLabels";
import { lengthOf, timeSteps, timeTicks } from "./timeTicks";

/** Between two labels, CSS pixels. */
const gap = 14;
/** No label has less of the width of another one of its kind: which steps are worth a try. */
const minShare = 0.6;

export interface AxisTicks {
  readonly at: readonly number[];
  /** As many; empty where there is no room for a text. */
  readonly labels: readonly string[];
}

/**
 * As many ticks as fit without labels that overlap or reach beyond the axis at its end.
 *
 * @param width of the axis, `margin` what is free to the right of it, CSS pixels.
 * @param measure the width of a text.
 */
export function timeAxis(
  { from, to }: TimeRange,
  { width, margin }: { readonly width: number; readonly margin: number },
  zone: TimeZone,
  labels: TimeLabels,
  measure: (text: string) => number,
): AxisTicks {
  const perPixel = (to - from) / width;
  for (const step of timeSteps) {
    const usual = Math.min(...[from, to].map((time) => measure(labels.label(time, step))));
    if (lengthOf(step) < (usual * minShare + gap) * perPixel) continue;
    const at = timeTicks(from, to, step, zone);
    const texts = at.map((time) => labels.label(time, step));
    const halves = texts.map((text) => measure(text) / 2);
    const fits = at.every((time, index) => {
      const distance = (time - (at[index - 1] ?? -Infinity)) / perPixel;
      return distance >= (halves[index - 1] ?? 0) + (halves[index] ?? 0) + gap;
    });
    if (!fits) continue;
    const inside = (time: number, index: number) =>
      (time - from) / perPixel + (halves[index] ?? 0) <= width + margin;
    return {
      at,
      labels: texts.map((text, index) => (inside(at[index] ?? NaN, index) ? text : "")),
    };
  }
  return { at: [], labels: [] };
}
