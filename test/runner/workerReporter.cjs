// @ts-check
"use strict";
// The reporter of mocha's workers: passes all on to the process that started them, as mocha does, and
// says at once what has ended, with its file.
const path = require("node:path");
const ParallelBuffered = require("mocha/lib/nodejs/reporters/parallel-buffered.cjs");

module.exports = class WorkerReporter extends ParallelBuffered {
  /** @param {import("mocha").Runner} runner @param {import("mocha").MochaOptions} options */
  constructor(runner, options) {
    super(runner, options);
    runner.on("pass", (test) => print("✔", test, ` (${test.duration ?? 0} ms)`));
    runner.on("fail", (test, error) => print("✘", test, `\n      ${String(error).split("\n", 1)}`));
  }
};

/** @param {string} sign @param {import("mocha").Test} test @param {string} more */
function print(sign, test, more) {
  const file = path.relative(process.cwd(), test.file ?? "");
  process.stdout.write(`  ${sign} ${file}: ${test.fullTitle()}${more}\n`);
}
