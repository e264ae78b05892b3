import fs from "node:fs";
import os from "node:os";
import { fromProject } from "./project.mjs";

/**
 * @typedef {object} Stage
 * @property {string} name what to say after `npm test --` to run it alone
 * @property {string[][]} steps arguments for node; they run side by side
 * @property {boolean} [countsTests] its mocha writes results
 * @property {boolean} [wide] it keeps all cores busy alone
 * @property {string[]} [needs] stages that come first and must pass
 */

/** @param {string} name @returns {string} */
const bin = (name) => `node_modules/${name}`;
const tsx = ["--import", "tsx"];

/** The test files of a suite. The larger a file, the longer it runs: begun first, none is left over at the end. @param {string} folder */
function testFiles(folder) {
  const files = fs.readdirSync(fromProject("test", folder), { recursive: true, encoding: "utf8" });
  /** @param {string} file */
  const size = (file) => fs.statSync(fromProject(file)).size;
  return files
    .filter((file) => file.endsWith(".test.ts"))
    .map((file) => `test/${folder}/${file}`)
    .sort((a, b) => size(b) - size(a));
}

/** @param {string[]} flags */
function mocha(...flags) {
  return [bin("mocha/bin/mocha.js"), "--reporter", "test/runner/mochaReporter.ts", ...flags];
}

/** A suite in one process. @param {string} name @returns {Stage} */
function suite(name) {
  return { name, countsTests: true, steps: [mocha(`test/${name}/**/*.test.ts`)] };
}

/**
 * A suite in as many processes as there are cores, each with a browser of its own; each takes the next
 * file when it is done with one.
 * @param {string} name @param {string[]} needs @param {string[]} flags @returns {Stage}
 */
function wideSuite(name, needs, ...flags) {
  const jobs = String(os.availableParallelism());
  const parallel = ["--parallel", "--jobs", jobs, ...flags, ...testFiles(name)];
  return { name, countsTests: true, wide: true, needs, steps: [mocha(...parallel)] };
}

/** @param {"current" | "minimum"} host @returns {Stage} */
function integration(host) {
  return {
    name: `integration:${host}`,
    countsTests: true,
    needs: ["host", "build"],
    steps: [[...tsx, "test/integration/run.ts", host]],
  };
}

/** mocha loads what is said here before what .mocharc.json says. */
const e2eHooks = ["--require", "tsx", "--require", "test/e2e/harness/rootHooks.ts"];

const projects = [".", "src/shared", "webview", "test", "scripts"];

/** Everything that `npm test` does, in its order: of what may run side by side the longest first. @returns {Stage[]} */
export function allStages() {
  return [
    { name: "host", steps: [[...tsx, "test/host/setup.ts", "--browser", "current", "minimum"]] },
    {
      name: "lint",
      steps: [
        [bin("eslint/bin/eslint.js"), "--max-warnings=0", "."],
        [bin("prettier/bin/prettier.cjs"), "--check", "--log-level=warn", "."],
      ],
    },
    suite("faults"),
    {
      name: "types",
      steps: projects.map((project) => [bin("typescript/bin/tsc"), "-p", project]),
    },
    { name: "build", steps: [["scripts/package.mjs"]] },
    { name: "audit", needs: ["build"], steps: [["scripts/audit.mjs"]] },
    ...["unit", "contract", "property", "architecture"].map(suite),
    integration("current"),
    integration("minimum"),
    wideSuite("webview", ["host"]),
    wideSuite("e2e", ["host", "build"], ...e2eHooks),
  ];
}

/**
 * The stages whose names begin with one of the words, and those that they need; all without words.
 * @param {string[]} words
 */
export function chooseStages(words) {
  const stages = allStages();
  const unknown = words.find((word) => !stages.some(({ name }) => name.startsWith(word)));
  if (unknown !== undefined) {
    throw new Error(
      `No stage "${unknown}". There are: ${stages.map(({ name }) => name).join(", ")}.`,
    );
  }
  if (words.length === 0) return stages;
  const chosen = stages.filter(({ name }) => words.some((word) => name.startsWith(word)));
  const needed = new Set(chosen.flatMap(({ name, needs = [] }) => [name, ...needs]));
  return stages.filter(({ name }) => needed.has(name));
}
