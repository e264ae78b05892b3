// npm test [-- stage ...]: installs what is missing, then checks everything. See docs/testing.md.
import "./lib/dieWithNpm.mjs";
import { installDependencies } from "./lib/dependencies.mjs";
import { runStage } from "./lib/runStage.mjs";
import { chooseStages } from "./lib/stages.mjs";

/** @param {string[]} words */
async function testAll(words) {
  const total = { passed: 0, failed: 0 };
  const broken = new Set();
  const stages = chooseStages(words);
  // Someone who asks for one suite wants to watch it.
  const onOutput =
    words.length > 0 ? (/** @type {string} */ text) => process.stdout.write(text) : undefined;
  for (const stage of stages) {
    const missing = stage.needs?.find((name) => broken.has(name));
    if (missing !== undefined) {
      console.log(`       ${stage.name.padEnd(20)} left out: ${missing} failed`);
      continue;
    }
    const { ok, passed, failed } = await runStage(stage, onOutput);
    if (!ok) broken.add(stage.name);
    total.passed += passed;
    total.failed += failed;
  }
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
