/** Ticks come again and again; more texts than this are forgotten. */
const maxTexts = 1000;

type Measure = (text: string) => number;

const known = new Map<string, Measure>();

/** Returns a function that measures the width of a text in CSS pixels, one for all charts. @param font as a canvas takes it. */
export function textMeasure(font: string): Measure {
  const measure = known.get(font) ?? createMeasure(font);
  known.set(font, measure);
  return measure;
}

function createMeasure(font: string): Measure {
  const widths = new Map<string, number>();
  const pen = document.createElement("canvas").getContext("2d");
  if (pen !== null) pen.font = font;
  return (text) => {
    const known = widths.get(text);
    if (known !== undefined) return known;
    if (widths.size >= maxTexts) widths.clear();
    const width = pen?.measureText(text).width ?? 0;
    widths.set(text, width);
    return width;
  };
}
