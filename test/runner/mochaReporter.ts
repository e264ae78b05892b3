import path from "node:path";
import { type MochaOptions, type Runner, reporters } from "mocha";
import { recordResults } from "./recordResults";

/** With what the types of mocha do not know. */
interface AnyRunner extends Runner {
  isParallelMode(): boolean;
  workerReporter(file: string): unknown;
}

/**
 * mocha's own spec reporter, which also writes the results to the file in KOMARI_TEST_RESULTS. Workers
 * print a line for each test as it ends (workerReporter.cjs); here is only what failed then.
 */
class RecordingReporter extends reporters.Base {
  constructor(runner: AnyRunner, options: MochaOptions) {
    super(runner, options);
    if (runner.isParallelMode()) {
      runner.workerReporter(path.join(__dirname, "workerReporter.cjs"));
      runner.once("end", () => this.epilogue());
    } else new reporters.Spec(runner, options);
    const file = process.env.KOMARI_TEST_RESULTS;
    if (file) recordResults(runner, file);
  }
}

// mocha loads a reporter with require and takes what the module is.
export = RecordingReporter;
