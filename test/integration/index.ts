// Runs in VS Code's extension host: the suites beside this file, through mocha.
import fs from "node:fs";
import path from "node:path";
import { timeout } from "../../.mocharc.json";
import { recordResults } from "../runner/recordResults";

export async function run(): Promise<void> {
  const { default: Mocha } = await import("mocha");
  const mocha = new Mocha({
    ui: "bdd",
    timeout,
    color: false,
    forbidOnly: true,
    forbidPending: true,
  });
  const suites = fs.readdirSync(__dirname, { recursive: true, encoding: "utf8" });
  for (const file of suites.sort())
    if (file.endsWith(".test.cjs")) mocha.addFile(path.join(__dirname, file));
  const failures = await new Promise<number>((resolve) => {
    const runner = mocha.run(resolve);
    const resultsFile = process.env.KOMARI_TEST_RESULTS;
    if (resultsFile) recordResults(runner, resultsFile);
  });
  if (failures > 0) throw new Error(`${failures} failed`);
}
