import fs from "node:fs";
import { fromProject } from "./project.mjs";
import { runNode } from "./runNode.mjs";

/** As much of a log as says what went wrong; the whole of it is in its file. */
const linesShown = 120;

/** @param {string} log */
function whatFailed(log) {
  // mocha lists every passed test first; its failures follow its summary.
  const summary = Math.max(0, log.search(/^ +\d+ passing/m));
  const end = log.slice(summary).trimEnd().split("\n").slice(-linesShown);
  // What test/runner/hangWatch.ts reports while other files go on.
  const hangs = log.slice(0, summary).match(/^HANG: .*(?:\n .+)*/gm) ?? [];
  return [...hangs, ...end].join("\n");
}

/** @param {string} name @param {string} extension */
function reportFile(name, extension) {
  return fromProject("out/test", `${name.replace(":", "-")}.${extension}`);
}

/** @param {string} file @returns {{ passed: number, failed: string[] }} */
function readResults(file) {
  try {
    return JSON.parse(fs.readFileSync(file, "utf8"));
  } catch {
    return { passed: 0, failed: [] };
  }
}

/**
 * Runs one stage, prints one line about it and, when it failed, the end of its output.
 * @param {import("./stages.mjs").Stage} stage
 * @param {(text: string) => void} [onOutput] gets the output while it runs, in place of the end of it
 */
export async function runStage({ name, steps, countsTests }, onOutput) {
  const [resultsFile, logFile] = [reportFile(name, "json"), reportFile(name, "log")];
  fs.mkdirSync(fromProject("out/test"), { recursive: true });
  fs.rmSync(resultsFile, { force: true });
  const began = performance.now();
  const options = {
    env: { KOMARI_TEST_RESULTS: resultsFile },
    ...(onOutput ? { onOutput } : {}),
  };
  const outcomes = await Promise.all(steps.map((args) => runNode(args, options)));
  const output = outcomes.map((outcome) => outcome.output).join("");
  fs.writeFileSync(logFile, output);

  const ok = outcomes.every((outcome) => outcome.ok);
  const { passed, failed } = readResults(resultsFile);
  // A stage that fails without a failed test (a crash, an error in a hook's file) is one failure.
  const failures = ok ? 0 : Math.max(1, failed.length);
  const seconds = ((performance.now() - began) / 1000).toFixed(1).padStart(6);
  const counts = countsTests ? `${passed} passed${failures > 0 ? `, ${failures} failed` : ""}` : "";
  if (!ok && !onOutput) console.log(`\n${whatFailed(output)}\n`);
  const notes = output.match(/^NOTE: .*/gm) ?? [];
  console.log(`${ok ? "ok    " : "FAILED"} ${name.padEnd(20)} ${seconds} s  ${counts}`.trimEnd());
  if (!onOutput) for (const note of notes) console.log(`       ${note}`);
  return { ok, passed, failed: failures };
}
