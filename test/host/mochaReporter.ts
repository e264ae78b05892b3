import { type MochaOptions, type Runner, reporters } from "mocha";
import { recordResults } from "./recordResults";

/** mocha's own spec reporter, which also writes the results to the file in KOMARI_TEST_RESULTS. */
class RecordingReporter extends reporters.Spec {
  constructor(runner: Runner, options: MochaOptions) {
    super(runner, options);
    const file = process.env.KOMARI_TEST_RESULTS;
    if (file) recordResults(runner, file);
  }
}

// mocha loads a reporter with require and takes what the module is.
export = RecordingReporter;
