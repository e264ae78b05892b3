import fs from "node:fs";
import { fromProject } from "./project.mjs";

/**
 * @typedef {object} Stage
 * @property {string} name what to say after `npm test --` to run it alone
 * @property {number} limitMinutes
 * @property {string[][]} steps arguments for node; they run side by side
 * @property {boolean} [countsTests] its mocha writes results
 * @property {string[]} [needs] stages that come first and must pass
 * @property {Record<string, string>} [env]
 */

/** @param {string} name @returns {string} */
const bin = (name) => `node_modules/${name}`;
const tsx = ["--import", "tsx"];

/** @param {string} folder @param {string[]} flags */
function mocha(folder, ...flags) {
  const reporter = ["--reporter", "test/host/mochaReporter.ts"];
  return [
    bin("mocha/bin/mocha.js"),
    "--require",
    "tsx",
    ...reporter,
    ...flags,
    `test/${folder}/**/*.test.ts`,
  ];
}

/** @param {string} folder @param {number} limitMinutes @returns {Stage[]} none where there are no tests yet */
function plainSuite(folder, limitMinutes = 3) {
  const at = fromProject("test", folder);
  const files = fs.existsSync(at) ? fs.readdirSync(at, { recursive: true, encoding: "utf8" }) : [];
  if (!files.some((file) => file.endsWith(".test.ts"))) return [];
  return [{ name: folder, limitMinutes, countsTests: true, steps: [mocha(folder)] }];
}

/** @param {"current" | "minimum"} host @returns {Stage} */
function integration(host) {
  return {
    name: `integration:${host}`,
    limitMinutes: 4,
    countsTests: true,
    needs: ["host", "build"],
    env: { KOMARI_HOST_LIMIT_S: "180" },
    steps: [[...tsx, "test/integration/run.ts", host]],
  };
}

const projects = [".", "src/shared", "webview", "test", "scripts"];

/** Everything that `npm test` does, in its order. @returns {Stage[]} */
export function allStages() {
  return [
    {
      name: "host",
      limitMinutes: 15,
      steps: [[...tsx, "test/host/setup.ts", "--browser", "current", "minimum"]],
    },
    {
      name: "lint",
      limitMinutes: 4,
      steps: [
        [bin("eslint/bin/eslint.js"), "--max-warnings=0", "."],
        [bin("prettier/bin/prettier.cjs"), "--check", "--log-level=warn", "."],
      ],
    },
    {
      name: "types",
      limitMinutes: 4,
      steps: projects.map((project) => [bin("typescript/bin/tsc"), "-p", project]),
    },
    { name: "build", limitMinutes: 3, steps: [["scripts/package.mjs"]] },
    ...["unit", "contract", "property", "architecture"].flatMap((folder) => plainSuite(folder)),
    ...plainSuite("webview", 6),
    integration("current"),
    integration("minimum"),
    {
      name: "e2e",
      limitMinutes: 10,
      countsTests: true,
      needs: ["host", "build"],
      steps: [
        mocha("e2e", "--exit", "--timeout", "60000", "--require", "test/e2e/harness/rootHooks.ts"),
      ],
    },
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
