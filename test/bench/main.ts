// Command: npm run bench [-- host fleet rpc decode records raw live rows load paint response typing export fleetPage]. See docs/benchmarks.md.
import { execFileSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { fromProject } from "../host/paths";
import { bundleBenches, bundleFolder } from "./bundle";
import { type Absolute, type Figure } from "./figure";

const benches = [
  ...["activation", "host", "fleet"],
  ...["rpc", "decode", "records", "raw", "live", "rows", "load", "paint"],
  "response",
  "typing",
  "export",
  "fleetPage",
];
const helpers = [
  "activationHost",
  "hostShare",
  "echoServer",
  "loadOne",
  "recordsOne",
  "recordsServer",
];

const readsBuild = ["activation", "host", "load"];
/** These use the files of test/host or test/webview as they are. */
const fromSource = ["activation", "host", "response", "typing", "fleetPage"];

/** Each in a process of its own, so that none warms up or spoils the next. */
function runBench(name: string): readonly Figure[] {
  if (readsBuild.includes(name)) node(["esbuild.js", "--production"]);
  const bench = fromSource.includes(name)
    ? ["--import", "tsx", fromProject("test/bench", `${name}.ts`)]
    : ["--expose-gc", path.join(bundleFolder, `${name}.cjs`)];
  // What a VS Code prints while it runs comes before.
  return JSON.parse(node(bench).trimEnd().split("\n").at(-1) ?? "") as Figure[];
}

function node(args: readonly string[]): string {
  const guarded = ["--require", fromProject("test/host/dieWithParent.cjs"), ...args];
  const stdio = ["ignore", "pipe", "inherit"] as const;
  return execFileSync(process.execPath, guarded, {
    cwd: fromProject(),
    encoding: "utf8",
    stdio: [...stdio],
  });
}

function row(what: string, against: string, ratio: string, goal: string, verdict: string): string {
  const cells = [what.padEnd(46), against.padEnd(30), ratio.padStart(6), goal.padStart(9)];
  return `${cells.join(" ")}  ${verdict}`.trimEnd();
}

function figureRow({ what, against, ratio, goal, absolute }: Figure): string {
  const within = absolute === undefined || absolute.value <= (absolute.goal ?? Infinity);
  const verdict = ratio <= goal && within ? "met" : "missed";
  const shown = [verdict, ...(absolute === undefined ? [] : [absoluteText(absolute)])].join(", ");
  return row(what, against, `${ratio.toFixed(2)}x`, `≤ ${goal.toFixed(2)}x`, shown);
}

function absoluteText({ value, floor, unit, goal }: Absolute): string {
  const limit = goal === undefined ? "" : `, goal ≤ ${goal} ${unit}`;
  const digits = value < 10 ? 1 : 0;
  return `${value.toFixed(digits)} of ${floor.toFixed(digits)} ${unit}${limit}`;
}

async function main(): Promise<void> {
  const words = process.argv.slice(2);
  const chosen = words.length === 0 ? benches : benches.filter((name) => words.includes(name));
  fs.rmSync(bundleFolder, { recursive: true, force: true });
  await bundleBenches([...chosen.filter((name) => !fromSource.includes(name)), ...helpers]);
  console.log(`Node ${process.versions.node}, ${os.availableParallelism()} cores\n`);
  console.log(row("", "against", "ratio", "goal", ""));
  for (const name of chosen) for (const figure of runBench(name)) console.log(figureRow(figure));
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
