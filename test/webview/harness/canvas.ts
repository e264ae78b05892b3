import { type Locator } from "playwright-core";

/** How many pixels of a chart's canvas have nearly this colour, "#rrggbb". */
export function pixelsOf(plot: Locator, color: string): Promise<number> {
  const wanted = [1, 3, 5].map((at) => parseInt(color.slice(at, at + 2), 16));
  return plot.locator("canvas").evaluate((canvas, rgb) => {
    if (!(canvas instanceof HTMLCanvasElement)) return 0;
    const { data } = canvas.getContext("2d")?.getImageData(0, 0, canvas.width, canvas.height) ?? {};
    let count = 0;
    for (let index = 0; index < (data?.length ?? 0); index += 4) {
      const far = rgb.some((each, channel) => Math.abs((data?.[index + channel] ?? 0) - each) > 12);
      if (!far && (data?.[index + 3] ?? 0) > 200) count += 1;
    }
    return count;
  }, wanted);
}

/** Where the lines of a chart are, in pixels of the page. */
export async function plotArea(
  plot: Locator,
): Promise<{ readonly left: number; readonly width: number; readonly middle: number }> {
  await plot.scrollIntoViewIfNeeded();
  const box = await plot.locator(".u-over").boundingBox();
  if (box === null) throw new Error("the chart is not on the page");
  return { left: box.x, width: box.width, middle: box.y + box.height / 2 };
}
