// Loaded by mocha (--require). Code that never returns blocks all timers, mocha's among them: a thread
// next to it ends such a process and reports what hung, in which test, and for which input.
import inspector from "node:inspector";
import path from "node:path";
import { Worker } from "node:worker_threads";
import fc from "fast-check";
import { type Context } from "mocha";
import { fromProject } from "../host/paths";

/** So long nothing moves before it counts as a hang. */
const limitS = Number(process.env.KOMARI_TEST_HANG_S ?? 60);
/** As much of an input as a terminal bears. */
const maxInputLength = 10_000;

/** Counts up whenever something moves. */
const beats = new Int32Array(new SharedArrayBuffer(4));
const beat = (): number => Atomics.add(beats, 0, 1);

let test: Context["currentTest"];
const seed = Math.trunc(Math.random() * 2 ** 31);
/** The place of the input among those of its property; -1: none has been made yet. */
let place = -1;
let input: { readonly value: unknown } | undefined;

/** Every property reports its current input, and one that never resolves fails. */
function watchProperties(): void {
  fc.configureGlobal({ ...fc.readConfigureGlobal(), seed });
  fc.installGlobalPlugin(fc.timeout(limitS * 1000));
  fc.installGlobalPlugin(() => {
    place = -1;
    return {
      decorateGenerate: (generate) => (random, runId) => {
        place += 1;
        return generate(random, runId);
      },
      decorateRun: (run) => (value) => {
        beat();
        input = { value };
        return run(value);
      },
      afterAll: () => {
        input = undefined;
      },
    };
  });
}

function report(stack: string): string {
  const file = path.relative(fromProject(), test?.file ?? "");
  const property = input && [
    `  fast-check: ${JSON.stringify({ seed, path: String(place) })}`,
    `  input: ${fc.stringify(input.value).slice(0, maxInputLength)}`,
  ];
  return [
    `\nHANG: nothing has moved for ${limitS} s in ${file}`,
    `  ${test?.fullTitle() ?? "no test"}`,
    ...(property ?? []),
    ...stack.split("\n").slice(2),
    "",
  ].join("\n");
}

function startWatch(): void {
  const worker = new Worker(path.join(__dirname, "hangWatchThread.cjs"), {
    workerData: { beats, limitS },
  });
  worker.unref();
  setInterval(beat, 500).unref();
  // The thread calls this while it holds the main one.
  Object.defineProperty(globalThis, "reportHang", { value: report });
}

watchProperties();
// There is no limit while debugging.
if (inspector.url() === undefined) startWatch();

export const mochaHooks = {
  beforeEach(this: Context): void {
    test = this.currentTest;
  },
};
