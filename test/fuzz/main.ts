// Command: npm run fuzz [-- --count 200000 | --minutes 5] [--seed 1] [--target words] [--from 0]. See docs/testing.md.
import { parseArgs } from "node:util";
import { Worker } from "node:worker_threads";
import { fromProject } from "../host/paths";
import { inputText, runCampaign } from "./campaign";
import { allTargets } from "./targets/all";
import { wholeNumber } from "../runner/wholeNumber";

/** So long one input takes before it counts as a hang. */
const limitS = 30;
const defaultCount = 100_000;

const beats = new Int32Array(new SharedArrayBuffer(4));
let current = { name: "", index: 0, input: undefined as unknown };

function watchForHangs(seed: number): void {
  new Worker(fromProject("test/runner/hangWatchThread.cjs"), {
    workerData: { beats, limitS },
  }).unref();
  const report = (stack: string) =>
    [
      `\nHANG: no input has ended for ${limitS} s`,
      `  ${repeatCommand(current.name, seed, current.index)}`,
      `  ${inputText(current.input)}`,
      ...stack.split("\n").slice(2),
      "",
    ].join("\n");
  // The thread calls this while it holds this one.
  Object.defineProperty(globalThis, "reportHang", { value: report });
}

function repeatCommand(name: string, seed: number, index: number): string {
  return `npm run fuzz -- --target ${JSON.stringify(name)} --seed ${seed} --from ${index} --count 1`;
}

function readOptions(args: readonly string[]) {
  const { values } = parseArgs({
    args: [...args],
    options: {
      count: { type: "string" },
      minutes: { type: "string" },
      seed: { type: "string" },
      target: { type: "string", default: "" },
      from: { type: "string", default: "0" },
    },
  });
  const minutes = values.minutes === undefined ? undefined : wholeNumber("minutes", values.minutes);
  const byDefault = minutes === undefined ? defaultCount : Infinity;
  return {
    minutes,
    count: values.count === undefined ? byDefault : wholeNumber("count", values.count),
    seed:
      values.seed === undefined
        ? Math.trunc(Math.random() * 2 ** 31)
        : wholeNumber("seed", values.seed),
    from: wholeNumber("from", values.from),
    targets: allTargets.filter(({ name }) => name.includes(values.target)),
  };
}

async function main(): Promise<void> {
  const { targets, count, minutes, seed, from } = readOptions(process.argv.slice(2));
  if (targets.length === 0) throw new Error("No target has such a name.");
  console.log(`Node ${process.versions.node}, seed ${seed}`);
  watchForHangs(seed);
  const start = performance.now();
  let [inputs, failed] = [0, 0];
  for (const [place, target] of targets.entries()) {
    // What is left of the time, in equal shares.
    const left = (minutes ?? Infinity) * 60_000 - (performance.now() - start);
    const endAt = performance.now() + left / (targets.length - place);
    const onInput = (index: number, input: unknown) => {
      current = { name: target.name, index, input };
      Atomics.add(beats, 0, 1);
    };
    const result = await runCampaign(target, { seed, count, from, endAt, onInput });
    inputs += result.inputs;
    const perInput = (1000 * result.ms) / Math.max(1, result.inputs);
    const cells = [result.name.padEnd(34), String(result.inputs).padStart(9)];
    const costs = [`${perInput.toFixed(0)} µs`, `${result.slowestMs.toFixed(1)} ms at most`];
    console.log([...cells, ...costs.map((cost) => cost.padStart(10))].join("  "));
    if (result.failure === undefined) continue;
    failed += 1;
    const { index, reason, input } = result.failure;
    console.log(`FAILED: ${reason}\n  ${input}\n  ${repeatCommand(target.name, seed, index)}`);
  }
  const seconds = ((performance.now() - start) / 1000).toFixed(0);
  console.log(`${inputs} inputs to ${targets.length} targets in ${seconds} s, ${failed} failed`);
  process.exitCode = failed > 0 ? 1 : 0;
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
