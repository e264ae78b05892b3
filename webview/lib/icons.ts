/** Paths in a box of 16 by 16, drawn with a line of the text's colour. */
const paths = {
  back: "M9.5 3.5 5 8l4.5 4.5",
  forward: "M6.5 3.5 11 8l-4.5 4.5",
  reset: "M3.5 3v3.5H7 M3.8 6.3A4.8 4.8 0 1 1 3.2 9",
  up: "M8 13V3.5 M4.5 7 8 3.5 11.5 7",
  down: "M8 3v9.5 M4.5 9 8 12.5 11.5 9",
  layout: "M2.5 3.5h11v9h-11z M2.5 8h11 M8 3.5V8",
  export: "M8 2.5v7 M5 6.8l3 3 3-3 M3 12.5h10",
  table: "M2.5 3.5h11v9h-11z M2.5 6.5h11 M2.5 9.5h11 M7 3.5v9",
  chevron: "M4.5 6.5 8 10l3.5-3.5",
  close: "M4 4l8 8 M12 4l-8 8",
  info: "M8 7.2v4 M8 4.6v1 M8 1.8a6.2 6.2 0 1 1 0 12.4A6.2 6.2 0 0 1 8 1.8z",
  warning: "M8 2.5 14 13H2z M8 6.5v3 M8 10.9v.8",
  error: "M8 1.8a6.2 6.2 0 1 1 0 12.4A6.2 6.2 0 0 1 8 1.8z M5.8 5.8l4.4 4.4 M10.2 5.8l-4.4 4.4",
  add: "M8 3.5v9 M3.5 8h9",
} as const;

export type IconName = keyof typeof paths;

const svg = "http://www.w3.org/2000/svg";

/** Decoration only: hidden from screen readers. */
export function icon(name: IconName): SVGSVGElement {
  const drawing = document.createElementNS(svg, "svg");
  drawing.setAttribute("viewBox", "0 0 16 16");
  drawing.setAttribute("class", "icon");
  drawing.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(svg, "path");
  path.setAttribute("d", paths[name]);
  drawing.append(path);
  return drawing;
}
