import assert from "node:assert/strict";
import { runStages } from "../../../scripts/lib/runStages.mjs";
import { type Stage } from "../../../scripts/lib/stages.mjs";
import { settle } from "../../builders/settle";

/** Stages that end when the test says so. */
class Run {
  readonly #open = new Map<string, (ok: boolean) => void>();
  readonly leftOut: string[] = [];
  readonly done: Promise<void>;

  constructor(lanes: number, stages: readonly Omit<Stage, "steps">[]) {
    this.done = runStages(
      stages.map((stage) => ({ ...stage, steps: [] })),
      lanes,
      ({ name }) => new Promise((resolve) => this.#open.set(name, resolve)),
      ({ name }, failed) => this.leftOut.push(`${name} for ${failed}`),
    );
  }

  get running(): readonly string[] {
    return [...this.#open.keys()];
  }

  async end(name: string, ok = true): Promise<void> {
    this.#open.get(name)?.(ok);
    this.#open.delete(name);
    await settle();
  }
}

describe("runStages", () => {
  it("runs as many at once as there are lanes, in their order", async () => {
    const run = new Run(2, [{ name: "a" }, { name: "b" }, { name: "c" }]);
    assert.deepEqual(run.running, ["a", "b"]);
    await run.end("b");
    assert.deepEqual(run.running, ["a", "c"]);
    await run.end("a");
    await run.end("c");
    await run.done;
  });

  it("runs a wide stage alone", async () => {
    const run = new Run(2, [{ name: "a" }, { name: "wide", wide: true }, { name: "b" }]);
    assert.deepEqual(run.running, ["a"]);
    await run.end("a");
    assert.deepEqual(run.running, ["wide"]);
    await run.end("wide");
    assert.deepEqual(run.running, ["b"]);
    await run.end("b");
    await run.done;
  });

  it("starts a stage after those it needs, and independent ones in the meantime", async () => {
    const run = new Run(2, [{ name: "a" }, { name: "b", needs: ["a"] }, { name: "c" }]);
    assert.deepEqual(run.running, ["a", "c"]);
    await run.end("a");
    assert.deepEqual(run.running, ["c", "b"]);
    await run.end("b");
    await run.end("c");
    await run.done;
  });

  it("leaves out what needs a failed one, and what needs that", async () => {
    const stages = [{ name: "a" }, { name: "b", needs: ["a"] }, { name: "c", needs: ["b"] }];
    const run = new Run(2, [...stages, { name: "d" }]);
    await run.end("a", false);
    assert.deepEqual(run.leftOut, ["b for a", "c for b"]);
    assert.deepEqual(run.running, ["d"]);
    await run.end("d");
    await run.done;
  });
});
