/** WCAG 2.1, 1.4.11: the minimum contrast of graphics. */
const minContrast = 3;

/** Fewer colours distinguish too few lines: better a faint colour than none. */
const minColors = 3;

/** The colours that stand out from the background; all of them where hardly any does. */
export function readableColors(colors: readonly string[], background: string): readonly string[] {
  const readable = colors.filter((color) => contrast(color, background) >= minContrast);
  return readable.length >= minColors ? readable : colors;
}

/**
 * By WCAG 2: 1 (the same) to 21 (black on white), of a colour that may be transparent and what is
 * behind it. A colour that is not written in hexadecimal counts as one that stands out.
 */
export function contrast(color: string, background: string): number {
  const [front, back] = [channels(color), channels(background)];
  if (front === undefined || back === undefined) return 21;
  const opacity = front[3] ?? 1;
  const seen = front
    .slice(0, 3)
    .map((value, i) => value * opacity + (back[i] ?? 0) * (1 - opacity));
  const [a, b] = [luminance(seen), luminance(back)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

/** Red, green, blue and, where it is written, opacity, 0 to 1; undefined for other ways to write a colour. */
function channels(color: string): readonly number[] | undefined {
  return hexChannels(color) ?? functionChannels(color);
}

/** `#rgb`, `#rgba`, `#rrggbb`, `#rrggbbaa`. */
function hexChannels(color: string): readonly number[] | undefined {
  if (!/^#(?:[\da-f]{3,4}|[\da-f]{6}|[\da-f]{8})$/i.test(color)) return undefined;
  const digits = color.slice(1);
  const full = digits.length < 6 ? digits.replace(/./g, "$&$&") : digits;
  return full.match(/../g)?.map((hex) => parseInt(hex, 16) / 255);
}

/** `rgb(1, 2, 3)` and `rgba(1, 2, 3, 0.4)`, as VS Code writes transparent colours. */
function functionChannels(color: string): readonly number[] | undefined {
  const [, list] = /^rgba?\(([\d.,\s]+)\)$/.exec(color) ?? [];
  return list?.split(",").map((part, index) => Number(part) / (index < 3 ? 255 : 1));
}

function luminance([red = 0, green = 0, blue = 0]: readonly number[]): number {
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

function linear(channel: number): number {
  return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
}

/** So many percent of a colour over a background, as `rgb()`; the colour itself where either is written in another way. */
export function mixColors(color: string, background: string, percent: number): string {
  const [front, back] = [channels(color), channels(background)];
  if (front === undefined || back === undefined) return color;
  const share = percent / 100;
  const mixed = [0, 1, 2].map((i) => (front[i] ?? 0) * share + (back[i] ?? 0) * (1 - share));
  return `rgb(${mixed.map((value) => Math.round(value * 255)).join(", ")})`;
}

/** Black or white, whichever is read better. */
export function inkOn(background: string): string {
  return contrast("#000000", background) >= contrast("#ffffff", background) ? "#000000" : "#ffffff";
}
