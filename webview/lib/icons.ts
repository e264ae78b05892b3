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
  copy: "M5.5 5.5h7v8h-7z M3.5 10.5v-8h7",
  code: "M5.5 4.5 2 8l3.5 3.5 M10.5 4.5 14 8l-3.5 3.5",
  edit: "M3 13l.8-3.2L11 2.6l2.4 2.4-7.2 7.2z M9.6 4l2.4 2.4",
  eye: "M1.8 8S4 4 8 4s6.2 4 6.2 4-2.2 4-6.2 4-6.2-4-6.2-4z M8 6.4a1.6 1.6 0 1 1 0 3.2 1.6 1.6 0 0 1 0-3.2z",
  key: "M10.5 2.8a2.8 2.8 0 1 1 0 5.6 2.8 2.8 0 0 1 0-5.6z M8.6 7.6 2.8 13.4 M4.6 11.6l1.7 1.7",
  lock: "M3.5 7.5h9v6h-9z M5.5 7.5V5a2.5 2.5 0 0 1 5 0v2.5",
  more: "M3.5 7.9v.2 M8 7.9v.2 M12.5 7.9v.2",
  person: "M8 2.5a2.4 2.4 0 1 1 0 4.8 2.4 2.4 0 0 1 0-4.8z M3 13.5c.4-2.8 2.3-4 5-4s4.6 1.2 5 4",
  server: "M2.5 3h11v4h-11z M2.5 9h11v4h-11z M5 5v0 M5 11v0",
  terminal: "M2.5 3.5h11v9h-11z M4.8 6.2 6.8 8l-2 1.8 M8.5 10h3",
  trash: "M3 4.5h10 M6 4.5V3h4v1.5 M4.2 4.5l.6 9h6.4l.6-9 M6.8 7v4 M9.2 7v4",
  check: "M3.5 8.5 6.5 11.5 12.5 4.5",
  chart: "M2.5 2.5v11h11 M5 10.5 7.5 7l2 2L13 4",
  file: "M4 2.5h5l3 3v8H4z M9 2.5v3h3",
  fold: "M4.5 2.5 8 5.5l3.5-3 M4.5 13.5 8 10.5l3.5 3",
  unfold: "M4.5 5.5 8 2.5l3.5 3 M4.5 10.5 8 13.5l3.5-3",
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
