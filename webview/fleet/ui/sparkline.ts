import { noSample, trailLength } from "../../../src/shared/fleet/fleetFigures";

const svg = "http://www.w3.org/2000/svg";
const [width, height] = [44, 14];

/** Recent CPU as a line on a scale from 0 to 100; the number beside it says the value. */
export function createSparkline(): SVGSVGElement {
  const root = document.createElementNS(svg, "svg");
  root.setAttribute("class", "sparkline");
  root.setAttribute("viewBox", `0 0 ${width} ${height}`);
  root.setAttribute("aria-hidden", "true");
  for (const name of ["base", "line"]) {
    const path = document.createElementNS(svg, "path");
    path.setAttribute("class", name);
    root.append(path);
  }
  root.firstElementChild?.setAttribute("d", `M0 ${height - 0.5}H${width}`);
  return root;
}

export function drawSparkline(root: SVGSVGElement, trail: Uint8Array): void {
  const path = pathOf(trail);
  const line = root.lastElementChild;
  if (line?.getAttribute("d") !== path) line?.setAttribute("d", path);
}

/** A gap where no sample is. */
function pathOf(trail: Uint8Array): string {
  const step = width / (trailLength - 1);
  let path = "";
  let isOpen = false;
  trail.forEach((percent, index) => {
    if (percent === noSample) {
      isOpen = false;
      return;
    }
    const y = (height - 1) * (1 - Math.min(100, percent) / 100);
    path += `${isOpen ? "L" : "M"}${(index * step).toFixed(1)} ${y.toFixed(1)}`;
    // A single sample between gaps is a dot.
    if (!isOpen) path += "h0.01";
    isOpen = true;
  });
  return path;
}
