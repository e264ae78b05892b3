// History from the call to columns, against the same by JSON.parse of the whole answer.
import { execFile, fork } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { promisify } from "node:util";
import { type Figure, report } from "./figure";
import { type Cost, type Way } from "./recordsOne";
import { percentile } from "./stopwatch";

interface Size {
  readonly rows: number;
  readonly rounds: number;
  /** Of JSON.parse's time. */
  readonly goal: number;
}

const sizes: readonly Size[] = [
  { rows: 10_000, rounds: 9, goal: 1 },
  { rows: 100_000, rounds: 5, goal: 0.5 },
  { rows: 1_000_000, rounds: 4, goal: 0.33 },
];
const maxMegabytes = 300;
const maxBlockMs = 20;

const run = promisify(execFile);

/** In a process of its own: memory that was had once is not given back. */
async function cost(way: Way, port: number, rows: number): Promise<Cost> {
  const child = path.join(__dirname, "recordsOne.cjs");
  const heap = "--max-old-space-size=4096";
  const { stdout } = await run(process.execPath, [heap, child, way, String(port), String(rows)]);
  return JSON.parse(stdout) as Cost;
}

/** The 25th percentile: noise only ever adds. */
function p25(costs: readonly Cost[], part: keyof Cost): number {
  return percentile(
    costs.map((each) => each[part]),
    0.25,
  );
}

async function measure(port: number, { rows, rounds, goal }: Size): Promise<readonly Figure[]> {
  const columns: Cost[] = [];
  const parse: Cost[] = [];
  for (let round = 0; round < rounds; round++) {
    parse.push(await cost("parse", port, rows));
    columns.push(await cost("columns", port, rows));
  }
  const compare = (what: string, part: keyof Cost, unit: string) => {
    const [value, floor] = [p25(columns, part), p25(parse, part)];
    const name = `${rows.toLocaleString("en")} rows to columns: ${what}`;
    return {
      what: name,
      against: "JSON.parse, then columns",
      ratio: value / floor,
      absolute: { value, floor, unit },
    };
  };
  const memory = compare("memory", "megabytes", "MB");
  const block = compare("longest block", "blockMs", "ms");
  return [
    { ...compare("time", "ms", "ms"), goal },
    { ...memory, goal: 1, absolute: { ...memory.absolute, goal: maxMegabytes } },
    { ...block, goal: 1, absolute: { ...block.absolute, goal: maxBlockMs } },
  ];
}

async function main(): Promise<void> {
  const server = fork(path.join(__dirname, "recordsServer.cjs"));
  const [port] = (await once(server, "message")) as [number];
  const figures: Figure[] = [];
  for (const size of sizes) figures.push(...(await measure(port, size)));
  server.disconnect();
  report(figures);
}

void main();
