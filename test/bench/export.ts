// A million rows of a chart to a file: CSV and JSON in chunks, against one string of all rows.
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { csv } from "../../src/features/charts/export/csv";
import {
  type ExportLine,
  exportValue,
  isoTime,
} from "../../src/features/charts/export/exportLines";
import { json } from "../../src/features/charts/export/json";
import { localDisk, replaceFile } from "../../src/platform/disk";
import { systemClock } from "../../src/util/clock";
import { type Figure, report } from "./figure";
import { collectGarbage, percentile } from "./stopwatch";
import { watchBlocks } from "./watchBlocks";

const rowCount = 1_000_000;
const rounds = 5;
const maxBlockMs = 20;

interface Cost {
  readonly ms: number;
  /** The longest time for which nothing else could run. */
  readonly blockMs: number;
}

/** Two lines of one series, a sample a second. */
function createLines(): readonly ExportLine[] {
  const times = Float64Array.from({ length: rowCount }, (_, index) => index * 1_000);
  return ["CPU", "Memory"].map((name, index) => ({
    name,
    metric: index === 0 ? "cpu" : "memory",
    unit: index === 0 ? "percent" : "bytes",
    times,
    values: times.map((time) => (index === 0 ? (time / 1_000) % 100 : time * 1_024)),
  }));
}

async function costOf(run: () => Promise<void>): Promise<Cost> {
  collectGarbage();
  const maxBlock = watchBlocks();
  const start = performance.now();
  await run();
  const ms = performance.now() - start;
  return { ms, blockMs: await maxBlock() };
}

/** All rows as strings, joined, encoded and written as a whole. */
async function writeWhole(file: string, lines: readonly ExportLine[]): Promise<void> {
  const [first] = lines;
  const rows = Array.from(first?.times ?? [], (time, index) => {
    const cells = lines.map(({ metric, values }) => exportValue(metric, values[index]) ?? "");
    return [isoTime(time), ...cells].join(",");
  });
  await replaceFile(file, new TextEncoder().encode(rows.join("\r\n")), localDisk, systemClock);
}

function p25(costs: readonly Cost[], part: keyof Cost): number {
  return percentile(
    costs.slice(1).map((each) => each[part]),
    0.25,
  );
}

async function main(): Promise<void> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "komari-bench-"));
  process.on("exit", () => fs.rmSync(folder, { recursive: true, force: true }));
  const file = path.join(folder, "export");
  const lines = createLines();
  const head = { server: "Home", subject: "web-01", from: 0, to: rowCount * 1_000 };
  const whole: Cost[] = [];
  const asCsv: Cost[] = [];
  const asJson: Cost[] = [];
  for (let round = 0; round < rounds; round++) {
    whole.push(await costOf(() => writeWhole(file, lines)));
    asCsv.push(await costOf(() => replaceFile(file, csv(lines), localDisk, systemClock)));
    asJson.push(await costOf(() => replaceFile(file, json(head, lines), localDisk, systemClock)));
  }
  const figures = (what: string, costs: readonly Cost[], goal: number): readonly Figure[] => {
    const time = { value: p25(costs, "ms"), floor: p25(whole, "ms"), unit: "ms" };
    const block = { value: p25(costs, "blockMs"), floor: p25(whole, "blockMs"), unit: "ms" };
    const against = "one string of all rows";
    return [
      { what: `${what}: time`, against, goal, ratio: time.value / time.floor, absolute: time },
      {
        what: `${what}: longest block`,
        against,
        goal: 1,
        ratio: block.value / block.floor,
        absolute: { ...block, goal: maxBlockMs },
      },
    ];
  };
  report([
    ...figures("1,000,000 rows to a CSV file", asCsv, 1),
    ...figures("1,000,000 rows to a JSON file", asJson, 1),
  ]);
}

void main();
