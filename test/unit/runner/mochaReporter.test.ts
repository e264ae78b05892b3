import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { fromProject, temporaryFolder } from "../../host/paths";

describe("mochaReporter", () => {
  const folder = temporaryFolder();
  const results = path.join(folder, "results.json");

  after(() => fs.rmSync(folder, { recursive: true }));

  /** Runs the suite of test/fixtures; what it printed. */
  function run(...flags: readonly string[]): Promise<string> {
    const mocha = "node_modules/mocha/bin/mocha.js";
    const files = ["one", "other"].map((name) => `test/fixtures/suite/${name}.ts`);
    const args = [mocha, "--reporter", "test/runner/mochaReporter.ts", ...flags, ...files];
    const env = { ...process.env, KOMARI_TEST_RESULTS: results };
    return new Promise((resolve) => {
      execFile(process.execPath, args, { cwd: fromProject(), env }, (_, stdout) => resolve(stdout));
    });
  }

  for (const [mode, flags] of [
    ["one process", []],
    ["workers", ["--parallel", "--jobs", "2"]],
  ] as const) {
    it(`counts what passes and names what fails with its file, in ${mode}`, async () => {
      const output = await run(...flags);
      assert.deepEqual(JSON.parse(fs.readFileSync(results, "utf8")), {
        passed: 2,
        failed: ["test/fixtures/suite/one.ts: one fails"],
      });
      assert.match(output, /2 passing[^]*1 failing[^]*Error: on purpose\s+at .*one\.ts:5/);
      fs.rmSync(results);
    });
  }

  it("reports when each test of a worker has ended, with its file", async () => {
    const output = await run("--parallel", "--jobs", "2");
    assert.match(output, /✔ test\/fixtures\/suite\/other\.ts: other passes too \(\d+ ms\)\n/);
    assert.match(output, /✘ test\/fixtures\/suite\/one\.ts: one fails\n +Error: on purpose\n/);
  });
});
