import path from "node:path";
import { type MochaOptions, type Runner, reporters } from "mocha";
import { recordResults } from "./recordResults";

/** What the runner has that gives files to workers; the types of mocha do not know it. */
interface WorkersRunner extends Runner {
  workerReporter(file: string): unknown;
}

function hasWorkers(runner: Runner): runner is WorkersRunner {
  return "workerReporter" in runner;
}

/**
 * mocha's own spec reporter, which also writes the results to the file in KOMARI_TEST_RESULTS. Workers
 * print a line for each test as it ends (workerReporter.cjs); here is only what failed then.
 */
class RecordingReporter extends reporters.Base {
  constructor(runner: Runner, options: MochaOptions) {
    super(runner, options);
    if (hasWorkers(runner)) {
      runner.workerReporter(path.join(__dirname, "workerReporter.cjs"));
      runner.once("end", () => this.epilogue());
    } else new reporters.Spec(runner, options);
    const file = process.env.KOMARI_TEST_RESULTS;
    if (file) recordResults(runner, file);
  }
}

// mocha loads a reporter with require and takes what the module is.
export = RecordingReporter;
