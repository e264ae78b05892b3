import fs from "node:fs";
import path from "node:path";
import { fromProject } from "../host/paths";

interface RunTest {
  readonly file?: string | undefined;
  fullTitle(): string;
}

/** As much of mocha's runner as we use; its types cannot be loaded where mocha is imported late. */
interface RunEvents {
  on(event: "pass" | "end", listener: () => void): unknown;
  on(event: "fail", listener: (test: RunTest) => void): unknown;
}

export interface Results {
  readonly passed: number;
  /** Each with its file. */
  readonly failed: readonly string[];
}

/** Writes what a mocha run came to into a JSON file, for scripts/test.mjs to sum up. */
export function recordResults(runner: RunEvents, file: string): void {
  let passed = 0;
  const failed: string[] = [];
  runner.on("pass", () => passed++);
  runner.on("fail", (test) => failed.push(namedTest(test)));
  runner.on("end", () => {
    const results: Results = { passed, failed };
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, JSON.stringify(results, undefined, 2));
  });
}

function namedTest(test: RunTest): string {
  const file = test.file === undefined ? "" : `${path.relative(fromProject(), test.file)}: `;
  return file + test.fullTitle();
}
