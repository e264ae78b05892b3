// The page of the fleet in Chromium with 10,000 nodes: the first rows beside a page of 40 plain rows, and polls beside
// as many text nodes that change. Drawing included.
import { type FleetUpdate } from "../../src/shared/fleet/fleetApi";
import { fleetUpdate } from "../webview/harness/fleetData";
import { type FleetPage, openFleetPage } from "../webview/harness/fleetPage";
import { type Figure, report } from "./figure";
import { percentile } from "./stopwatch";

const nodeCount = 10_000;
const plainRows = 40;
const shares = [0.01, 0.1, 1] as const;
const rounds = 9;

interface Times {
  readonly oursMs: number;
  readonly floorMs: number;
}

declare global {
  interface Window {
    firstUpdate: FleetUpdate;
  }
}

/** Runs in the page: all nodes anew, beside rows of plain cells. */
function drawFirst(plain: number): Times {
  const floorStart = performance.now();
  const box = document.createElement("div");
  for (let row = 0; row < plain; row++) {
    const line = document.createElement("div");
    for (let cell = 0; cell < 11; cell++) {
      const span = document.createElement("span");
      span.textContent = `${row * cell}%`;
      line.append(span);
    }
    box.append(line);
  }
  document.body.append(box);
  box.getBoundingClientRect();
  const floorMs = performance.now() - floorStart;
  box.remove();
  const start = performance.now();
  const data = { method: "update", params: window.firstUpdate };
  window.dispatchEvent(new MessageEvent("message", { data }));
  document.querySelector(".fleet")?.getBoundingClientRect();
  return { oursMs: performance.now() - start, floorMs };
}

/** Runs in the page: a poll in which six figures of some nodes changed, beside as many texts. */
function poll({ count, round }: { readonly count: number; readonly round: number }): Times {
  const slots = Uint32Array.from({ length: count }, (_, index) => index);
  const figures = ["cpu", "memory", "networkIn", "networkOut", "load", "reportedAt"].map(
    (figure) => ({
      figure,
      slots,
      values: Float64Array.from(slots, (slot) => ((slot * 7 + round * 13) % 89) + round / 10),
    }),
  );
  const box = document.createElement("div");
  const texts = Array.from({ length: count }, () => document.createTextNode("0"));
  for (const text of texts) {
    const line = document.createElement("div");
    line.append(text);
    box.append(line);
  }
  box.style.contain = "strict";
  document.body.append(box);
  box.getBoundingClientRect();
  const floorStart = performance.now();
  for (const text of texts) text.data = String(round);
  box.getBoundingClientRect();
  const floorMs = performance.now() - floorStart;
  box.remove();
  const start = performance.now();
  const data = { method: "update", params: { serverTimes: {}, figures } };
  window.dispatchEvent(new MessageEvent("message", { data }));
  document.querySelector(".fleet")?.getBoundingClientRect();
  return { oursMs: performance.now() - start, floorMs };
}

/** Runs in the page: scrolls through all rows, and returns the longest time between two frames. */
async function scrollThrough(): Promise<number> {
  const box = document.querySelector(".grid-box");
  if (box === null) throw new Error("there is no table");
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  let longest = 0;
  await frame();
  for (let step = 0; step < 120; step++) {
    const start = performance.now();
    box.scrollTop += 660;
    await frame();
    longest = Math.max(longest, performance.now() - start);
  }
  return longest;
}

async function timesOf(run: (round: number) => Promise<Times>): Promise<Times> {
  const times: Times[] = [];
  for (let round = 0; round < rounds; round++) times.push(await run(round));
  const p25 = (part: keyof Times) =>
    percentile(
      times.slice(2).map((each) => each[part]),
      0.25,
    );
  return { oursMs: p25("oursMs"), floorMs: p25("floorMs") };
}

function figure(what: string, against: string, { oursMs, floorMs }: Times): Figure {
  const absolute = { value: oursMs, floor: floorMs, unit: "ms" };
  return { what, against, ratio: oursMs / floorMs, goal: 2, absolute };
}

async function bench({ page }: FleetPage): Promise<readonly Figure[]> {
  await page.evaluate((update) => (window.firstUpdate = update), fleetUpdate(nodeCount));
  const first = await timesOf(() => page.evaluate(drawFirst, plainRows));
  const polls: Figure[] = [];
  for (const share of shares) {
    const count = nodeCount * share;
    const times = await timesOf((round) => page.evaluate(poll, { count, round }));
    polls.push(
      figure(`a poll with ${share * 100} % of 10,000 nodes changed`, "as many texts", times),
    );
  }
  const longest = await page.evaluate(scrollThrough);
  return [
    figure("first rows of 10,000 nodes", "40 plain rows", first),
    ...polls,
    {
      what: "scrolling through 10,000 nodes: longest frame",
      against: "a frame of 50 ms",
      ratio: longest / 50,
      goal: 1,
      absolute: { value: longest, floor: 50, unit: "ms" },
    },
  ];
}

async function main(): Promise<void> {
  const fleet = await openFleetPage({ nodes: 1, width: 922, height: 730 });
  try {
    report(await bench(fleet));
  } finally {
    await fleet.close();
    process.exit();
  }
}

void main();
