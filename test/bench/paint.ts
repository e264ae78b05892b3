// What charts cost from decoded columns to the painted canvas, beside a bare uPlot in the same page.
import { build } from "esbuild";
import path from "node:path";
import { launchBrowser } from "../host/browser";
import { fromProject } from "../host/paths";
import { type Figure, report } from "./figure";
import { type PaintCase, type PaintRatios } from "./paintRatios";

declare global {
  interface Window {
    /** Made by paintPage.ts. */
    contest: (one: PaintCase) => PaintRatios;
    openCharts: (rounds: number) => Promise<OpenRatio>;
  }
}

interface OpenRatio {
  readonly ratio: number;
  readonly milliseconds: readonly number[];
}

const against = "bare uPlot";
const openRounds = 30;
const cases = [
  { what: "10 × 10,000 points", lines: 10, points: 10_000, rounds: 45 },
  { what: "1 × 1,000,000 points", lines: 1, points: 1_000_000, rounds: 25 },
] as const;

async function main(): Promise<void> {
  const script = fromProject("out/bench/paintPage.js");
  await build({
    entryPoints: [fromProject("test/bench/paintPage.ts")],
    outfile: script,
    bundle: true,
    minify: true,
    platform: "browser",
    format: "iife",
    target: "chrome124",
    loader: { ".svg": "text" },
    logLevel: "warning",
  });
  const style = fromProject("out/bench/chart.css");
  await build({
    entryPoints: [fromProject("webview/chart/chart.css")],
    outfile: style,
    bundle: true,
    logLevel: "warning",
  });
  const browser = await launchBrowser();
  const figures: Figure[] = [];
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    await page.addScriptTag({ path: script });
    await page.addStyleTag({
      path: path.resolve(fromProject(), "node_modules/uplot/dist/uPlot.min.css"),
    });
    for (const { what, ...one } of cases) {
      const { paint, zoom, append, milliseconds } = await page.evaluate(
        (params) => window.contest(params),
        one,
      );
      if (process.env.BENCH_VERBOSE !== undefined) console.error(what, milliseconds);
      figures.push(
        { what: `paint ${what}`, against, ratio: paint, goal: 1.15 },
        { what: `zoom ${what} to a tenth`, against, ratio: zoom, goal: 1 },
        { what: `append to ${what}`, against, ratio: append, goal: 1 },
      );
    }
    await page.addStyleTag({ path: style });
    const open = await page.evaluate((rounds) => window.openCharts(rounds), openRounds);
    if (process.env.BENCH_VERBOSE !== undefined) console.error("open", open.milliseconds);
    figures.push({ what: "open 11 charts of 24 h", against, ratio: open.ratio, goal: 1.15 });
  } finally {
    await browser.close();
  }
  report(figures);
}

void main();
