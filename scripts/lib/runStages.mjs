/** @typedef {import("./stages.mjs").Stage} Stage */

/**
 * Runs the stages in their order, as many side by side as there are lanes; those that keep all cores
 * busy by themselves run alone. What needs a failed one is left out.
 * @param {Stage[]} stages
 * @param {number} lanes
 * @param {(stage: Stage) => Promise<boolean>} run says whether the stage has passed
 * @param {(stage: Stage, failed: string) => void} leaveOut
 */
export async function runStages(stages, lanes, run, leaveOut) {
  const waiting = [...stages];
  /** @type {Map<Stage, Promise<void>>} */
  const running = new Map();
  /** @type {Map<string, boolean>} those that are over, and whether they have passed */
  const passed = new Map();

  /** @param {Stage} stage */
  const isReady = ({ needs = [] }) => needs.every((name) => passed.has(name));
  /** @param {Stage} stage */
  const hasRoom = ({ wide = false }) => {
    const isAlone = [...running.keys()].some((other) => other.wide);
    return running.size === 0 || (!wide && !isAlone && running.size < lanes);
  };
  /** @param {Stage} stage */
  const start = (stage) => {
    const failed = stage.needs?.find((name) => passed.get(name) === false);
    if (failed !== undefined) {
      leaveOut(stage, failed);
      passed.set(stage.name, false);
      return;
    }
    const outcome = run(stage).then((ok) => {
      passed.set(stage.name, ok);
      running.delete(stage);
    });
    running.set(stage, outcome);
  };

  while (waiting.length + running.size > 0) {
    const next = waiting.findIndex(isReady);
    const stage = waiting[next];
    if (stage !== undefined && hasRoom(stage)) {
      waiting.splice(next, 1);
      start(stage);
    } else await Promise.race(running.values());
  }
}
