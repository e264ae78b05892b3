import { type LineStyle } from "./plotView";

/** VS Code's colours for charts. What comes in is the first line of its chart and blue, what goes out green. */
export const chartColors = [
  "charts-blue",
  "charts-green",
  "charts-orange",
  "charts-purple",
  "charts-red",
  "charts-yellow",
] as const;

/** CSS pixels; the first is drawn through. */
const dashes: readonly (readonly number[])[] = [
  [],
  [6, 3],
  [2, 3],
  [9, 3, 2, 3],
  [14, 4],
  [5, 2, 2, 2, 2, 2],
];

/**
 * Styles that differ, for so many lines. With more lines than colours the colours come again with
 * another dash; in high contrast each line has another dash than the ones next to it.
 *
 * @param colors in order of preference; repeated and empty ones are left out.
 */
export function lineStyles(
  count: number,
  colors: readonly string[],
  highContrast: boolean,
): readonly LineStyle[] {
  const distinct = [...new Set(colors)].filter((color) => color !== "");
  const many = Math.max(1, distinct.length);
  const pairs = leastCommonMultiple(many, dashes.length);
  return Array.from({ length: count }, (_, index) => {
    // Once every pair that comes of itself has been there, the dashes move on by one.
    const dash = highContrast ? index + Math.floor(index / pairs) : Math.floor(index / many);
    return {
      color: distinct[index % many] ?? "currentColor",
      dash: dashes[dash % dashes.length] ?? [],
    };
  });
}

function leastCommonMultiple(one: number, other: number): number {
  let multiple = one;
  while (multiple % other !== 0) multiple += one;
  return multiple;
}
