/** As the guidelines for accessible graphics ask: a line must stand out by this ratio. */
const leastContrast = 3;

/** Fewer than this tell too few lines apart: better a faint colour than none. */
const leastColors = 3;

/** The colours that stand out from the background; all of them where hardly any does. */
export function readableColors(colors: readonly string[], background: string): readonly string[] {
  const readable = colors.filter((color) => contrast(color, background) >= leastContrast);
  return readable.length >= leastColors ? readable : colors;
}

/**
 * By WCAG 2: 1 (the same) to 21 (black on white). A colour that is not written in hexadecimal counts
 * as one that stands out.
 */
export function contrast(one: string, other: string): number {
  const [a, b] = [luminance(one), luminance(other)];
  if (a === undefined || b === undefined) return 21;
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

/** 0 to 1, of `#rgb` and `#rrggbb`; transparency, if any, is left out. */
function luminance(color: string): number | undefined {
  const digits = /^#(?:[\da-f]{3,4}|[\da-f]{6}|[\da-f]{8})$/i.test(color) ? color.slice(1) : "";
  if (digits === "") return undefined;
  const size = digits.length < 6 ? 1 : 2;
  const channel = (index: number) => {
    const hex = digits.slice(index * size, (index + 1) * size);
    const share = parseInt(size === 1 ? hex + hex : hex, 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(0) + 0.7152 * channel(1) + 0.0722 * channel(2);
}
