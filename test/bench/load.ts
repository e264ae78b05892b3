// Loading dist/services.js as the extension does, in a fresh process each time.
import { execFileSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { fromProject } from "../host/paths";
import { report } from "./figure";
import { percentile } from "./stopwatch";
import { emptyExtension, syntheticBundle } from "./syntheticBundle";

const rounds = 21;
const extension = fromProject("dist/services.js");
/** The services and what they read at once. */
const bytes = [extension, fromProject("dist/shared.js")]
  .map((file) => fs.statSync(file).size)
  .reduce((sum, size) => sum + size);
const child = path.join(__dirname, "loadOne.cjs");

/** Milliseconds that a new process needs to require `file`. */
function load(file: string): number {
  return Number(execFileSync(process.execPath, [child, file], { encoding: "utf8" }));
}

function written(name: string, content: string): string {
  const file = path.join(__dirname, name);
  fs.writeFileSync(file, content);
  return file;
}

const ours = { file: extension, times: [] as number[] };
const empty = { file: written("emptyExtension.js", emptyExtension), times: [] as number[] };
const synthetic = {
  file: written("syntheticExtension.js", syntheticBundle(bytes)),
  times: [] as number[],
};
for (let round = 0; round < rounds; round++) {
  for (const { file, times } of [ours, empty, synthetic]) times.push(load(file));
}
const p25 = ({ times }: typeof ours) => percentile(times, 0.25);
report([
  {
    what: "load the extension",
    against: "an empty extension",
    ratio: p25(ours) / p25(empty),
    goal: 8,
  },
  {
    what: "load the extension",
    against: "plain functions of equal size",
    ratio: p25(ours) / p25(synthetic),
    goal: 1.3,
  },
]);
