import { type LineStyle, type PlotTheme } from "../plot/plotView";
import { type SectionPicture } from "./chartSection";

export interface PictureFacts {
  readonly title: string;
  /** Server and span. */
  readonly subtitle: string;
  readonly charts: readonly SectionPicture[];
}

const margin = 16;
const rowHeight = 18;
const swatchWidth = 18;
const gap = 14;
const maxSidePx = 16_000;

interface Pen {
  readonly context: CanvasRenderingContext2D;
  readonly theme: PlotTheme;
  readonly width: number;
}

/** One picture of all charts that are shown, placed as on the page, as PNG. */
export async function drawPicture(facts: PictureFacts, theme: PlotTheme): Promise<Blob> {
  const canvas = document.createElement("canvas");
  const context = canvas.getContext("2d");
  if (context === null) throw new Error("no canvas to draw on");
  const places = facts.charts.map(({ canvas: each }) => each.getBoundingClientRect());
  const left = Math.min(...places.map((place) => place.left));
  const right = Math.max(...places.map((place) => place.right));
  const pen = { context, theme, width: Math.max(320, right - left || 0) };
  const height = drawAll(facts, pen, false);
  const deviceRatio = window.devicePixelRatio || 1;
  const scale = Math.min(deviceRatio, maxSidePx / Math.max(height, pen.width + 2 * margin));
  canvas.width = Math.round((pen.width + 2 * margin) * scale);
  canvas.height = Math.round(height * scale);
  context.scale(scale, scale);
  context.fillStyle = theme.background;
  context.fillRect(0, 0, canvas.width / scale, canvas.height / scale);
  drawAll(facts, pen, true);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => {
      if (blob === null) reject(new Error("the picture is too large"));
      else resolve(blob);
    }, "image/png");
  });
}

/** Draws, or only finds out how high it will be. */
function drawAll({ title, subtitle, charts }: PictureFacts, pen: Pen, visible: boolean): number {
  let top = margin;
  const text = (content: string, size: number, weight: string, color: string) => {
    setFont(pen, size, weight);
    if (visible) drawText(pen, content, margin, top + size, color);
    top += size + 8;
  };
  text(title, 16, "600", pen.theme.foreground);
  text(subtitle, 12, "400", pen.theme.muted);
  for (const row of rowsOf(charts, pen.width)) {
    top += gap;
    let left = margin;
    const bottoms = row.map((chart) => {
      const { width } = chart.canvas.getBoundingClientRect();
      const bottom = drawChart(chart, { ...pen, width }, left, top, visible);
      left += width;
      return bottom;
    });
    top = Math.max(top, ...bottoms);
  }
  return top + margin;
}

/** As many side by side as fit. */
function rowsOf(charts: readonly SectionPicture[], width: number): readonly SectionPicture[][] {
  const rows: SectionPicture[][] = [];
  let used = Infinity;
  for (const chart of charts) {
    const needed = chart.canvas.getBoundingClientRect().width;
    // Between two charts of the page is a line of one pixel.
    if (used + needed > width + 1) {
      rows.push([]);
      used = 0;
    }
    rows.at(-1)?.push(chart);
    used += needed;
  }
  return rows;
}

/** @returns where it ends. */
function drawChart(
  chart: SectionPicture,
  pen: Pen,
  left: number,
  top: number,
  visible: boolean,
): number {
  const size = 13;
  setFont(pen, size, "600");
  if (visible) drawText(pen, chart.title, left, top + size, pen.theme.foreground);
  const start = top + size + 8;
  const { width, height } = chart.canvas.getBoundingClientRect();
  if (visible) pen.context.drawImage(chart.canvas, left, start, width, height);
  return drawLegend(chart, pen, left, start + height + 4, visible);
}

function drawLegend(
  { legend }: SectionPicture,
  pen: Pen,
  start: number,
  from: number,
  visible: boolean,
): number {
  if (legend.length === 0) return from;
  setFont(pen, 12, "400");
  const { context, theme, width } = pen;
  let [left, top] = [0, from];
  for (const { row, value, style } of legend) {
    const content = `${row.name}  ${value}`;
    const needed = Math.min(width, swatchWidth + 6 + context.measureText(content).width);
    if (left > 0 && left + needed > width) [left, top] = [0, top + rowHeight];
    if (visible) {
      drawSwatch(context, style, start + left, top + rowHeight / 2);
      const textLeft = start + left + swatchWidth + 6;
      const room = width - left - swatchWidth - 6;
      drawText({ ...pen, width: room }, content, textLeft, top + 13, theme.foreground);
    }
    left += needed + gap;
  }
  return top + rowHeight;
}

function drawSwatch(
  context: CanvasRenderingContext2D,
  { color, dash }: LineStyle,
  left: number,
  middle: number,
): void {
  context.save();
  context.strokeStyle = color;
  context.lineWidth = 2;
  context.setLineDash([...dash]);
  context.beginPath();
  context.moveTo(left, middle);
  context.lineTo(left + swatchWidth, middle);
  context.stroke();
  context.restore();
}

function setFont({ context, theme }: Pen, size: number, weight: string): void {
  context.font = `${weight} ${size}px ${theme.font}`;
}

function drawText(pen: Pen, content: string, left: number, bottom: number, color: string): void {
  pen.context.fillStyle = color;
  pen.context.fillText(content, left, bottom, Math.max(1, pen.width));
}
