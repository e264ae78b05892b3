import * as l10n from "@vscode/l10n";
import { element, setText } from "../../lib/dom";
import { type LineStyle } from "../plot/plotView";
import { type LegendEvents, type LegendItem } from "./legend";

export interface LegendButton {
  readonly element: HTMLButtonElement;
  readonly update: (item: LegendItem) => void;
}

/** Shows and hides its line, alone with Alt, and highlights it while it is pointed at. */
export function createLegendButton(id: string, events: LegendEvents): LegendButton {
  const { svg, line } = createSwatch();
  const name = element("span", { class: "legend-name" });
  const root = element("button", { type: "button", class: "legend-button" }, svg, name);
  root.addEventListener("click", ({ altKey }) => events.onToggle(id, altKey));
  root.addEventListener("keydown", (event) => {
    // With Alt the browser makes no click of it.
    if (!event.altKey || (event.key !== "Enter" && event.key !== " ")) return;
    event.preventDefault();
    events.onToggle(id, true);
  });
  for (const type of ["pointerenter", "focus"]) {
    root.addEventListener(type, () => events.onHighlight(id));
  }
  for (const type of ["pointerleave", "blur"]) {
    root.addEventListener(type, () => events.onHighlight(undefined));
  }
  return {
    element: root,
    update: ({ row, style, shown }) => {
      setText(name, row.name);
      const hint = l10n.t("Click: show or hide. Alt+click: show only this one, or all.");
      root.title = `${row.name}\n${hint}`;
      root.setAttribute("aria-pressed", String(shown));
      drawSwatch(line, style);
    },
  };
}

const svgNamespace = "http://www.w3.org/2000/svg";

function createSwatch(): { readonly svg: SVGSVGElement; readonly line: SVGLineElement } {
  const svg = document.createElementNS(svgNamespace, "svg");
  svg.setAttribute("class", "swatch");
  svg.setAttribute("viewBox", "0 0 18 10");
  svg.setAttribute("aria-hidden", "true");
  const line = document.createElementNS(svgNamespace, "line");
  for (const [key, value] of Object.entries({ x1: "1", x2: "17", y1: "5", y2: "5" })) {
    line.setAttribute(key, value);
  }
  svg.append(line);
  return { svg, line };
}

function drawSwatch(line: SVGLineElement, { color, dash }: LineStyle): void {
  line.setAttribute("stroke", color);
  line.setAttribute("stroke-dasharray", dash.join(" "));
}
