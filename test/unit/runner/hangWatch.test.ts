import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import fc from "fast-check";
import { fromProject } from "../../host/paths";

/** Runs a file of test/fixtures/hang by mocha, which fails; what it printed. */
function outputOf(name: string): Promise<string> {
  const args = ["node_modules/mocha/bin/mocha.js", `test/fixtures/hang/${name}.ts`];
  const env = { ...process.env, KOMARI_TEST_HANG_S: "4" };
  return new Promise((resolve, reject) => {
    execFile(process.execPath, args, { cwd: fromProject(), env }, (error, stdout, stderr) => {
      if (error === null) reject(new Error("nothing has failed"));
      else resolve(stdout + stderr);
    });
  });
}

describe("hangWatch", () => {
  let [endless, pending]: [Promise<string>?, Promise<string>?] = [];

  // Both take their time to be sure.
  before(() => {
    endless = outputOf("endless");
    pending = outputOf("pending");
  });

  it("ends a property that never returns, and reports its test, seed, input and place", async () => {
    const output = (await endless) ?? "";
    assert.match(output, /HANG: .* in test\/fixtures\/hang\/endless\.ts\n +a property that never/);
    assert.match(output, /at untilGone \(.*endless\.ts:5:/);
    const [, parameters = "", input = ""] =
      /fast-check: (\{.*\})\n +input: (.*)/.exec(output) ?? [];
    const { seed, path } = JSON.parse(parameters) as { seed: number; path: string };
    const [value] = fc.sample(fc.tuple(fc.string()), { seed, path, numRuns: 1 });
    assert.ok(value?.[0].includes("a"));
    assert.equal(fc.stringify(value), input);
  });

  it("fails a property that never settles, with its seed and input", async () => {
    const output = (await pending) ?? "";
    assert.match(output, /Property failed after .*\n.*seed: -?\d+, path: "/);
    assert.match(output, /Counterexample: \[".*a.*"\]/);
  });
});
