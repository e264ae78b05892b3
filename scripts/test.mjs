// npm test [-- stage ...]: installs what is missing, then checks everything. See docs/testing.md.
import os from "node:os";
import "./lib/dieWithNpm.mjs";
import { installDependencies } from "./lib/dependencies.mjs";
import { runStage } from "./lib/runStage.mjs";
import { runStages } from "./lib/runStages.mjs";
import { chooseStages } from "./lib/stages.mjs";

/** @param {string[]} words */
async function testAll(words) {
  const total = { passed: 0, failed: 0 };
  // Someone who asks for one suite wants to watch it, and can watch one at a time only.
  const watched = words.length > 0;
  const onOutput = watched ? (/** @type {string} */ text) => process.stdout.write(text) : undefined;
  await runStages(
    chooseStages(words),
    // One more than cores, for each stage waits at times: for sockets, timers, a window.
    watched ? 1 : os.availableParallelism() + 1,
    async (stage) => {
      const { ok, passed, failed } = await runStage(stage, onOutput);
      total.passed += passed;
      total.failed += failed;
      return ok;
    },
    ({ name }, failed) => console.log(`       ${name.padEnd(20)} left out: ${failed} failed`),
  );
  return total;
}

const total = { passed: 0, failed: 1 };
try {
  installDependencies();
  Object.assign(total, await testAll(process.argv.slice(2)));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
}
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed > 0 ? 1 : 0;
