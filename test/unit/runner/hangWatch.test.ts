import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import fc from "fast-check";
import { fromProject } from "../../host/paths";

/** Runs a file of test/fixtures/hang by mocha; what it printed. */
function outputOf(name: string): string {
  const mocha = "node_modules/mocha/bin/mocha.js";
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [mocha, `test/fixtures/hang/${name}.ts`],
    { cwd: fromProject(), env: { ...process.env, KOMARI_TEST_HANG_S: "2" }, encoding: "utf8" },
  );
  assert.notEqual(status, 0);
  return stdout + stderr;
}

describe("hangWatch", () => {
  it("ends a property that never returns, and reports its test, seed, input and place", () => {
    const output = outputOf("endless");
    assert.match(output, /HANG: .* in test\/fixtures\/hang\/endless\.ts\n +a property that never/);
    assert.match(output, /at untilGone \(.*endless\.ts:5:/);
    const [, parameters = "", input = ""] =
      /fast-check: (\{.*\})\n +input: (.*)/.exec(output) ?? [];
    const { seed, path } = JSON.parse(parameters) as { seed: number; path: string };
    const [value] = fc.sample(fc.tuple(fc.string()), { seed, path, numRuns: 1 });
    assert.ok(value?.[0].includes("a"));
    assert.equal(fc.stringify(value), input);
  });

  it("fails a property that never settles, with its seed and input", () => {
    const output = outputOf("pending");
    assert.match(output, /Property failed after .*\n.*seed: -?\d+, path: "/);
    assert.match(output, /Counterexample: \[".*a.*"\]/);
  });
});
