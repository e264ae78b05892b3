import assert from "node:assert/strict";
import { TreeChanges } from "../../../../src/features/tree/treeChanges";
import { FakeClock } from "../../../builders/fakeClock";

function createChanges() {
  const clock = new FakeClock();
  const changes = new TreeChanges<string>(clock);
  const fired: (string[] | undefined)[] = [];
  changes.event((elements) => fired.push(elements));
  return { clock, changes, fired };
}

describe("TreeChanges", () => {
  it("fires the first change at once", () => {
    const { changes, fired } = createChanges();
    changes.fire(["a"]);
    assert.deepEqual(fired, [["a"]]);
  });

  it("collects what follows, each row once, and pauses however fast changes come", () => {
    const { clock, changes, fired } = createChanges();
    for (let round = 0; round < 11; round++) {
      changes.fire([round % 2 === 0 ? "a" : "b"]);
      clock.advance(100);
    }
    assert.deepEqual(fired, [["a"], ["b", "a"], ["b", "a"]]);
  });

  it("draws everything if that is among what was collected", () => {
    const { clock, changes, fired } = createChanges();
    changes.fire(["a"]);
    changes.fire(["b"]);
    changes.fire(undefined);
    clock.advance(500);
    assert.deepEqual(fired, [["a"], undefined]);
  });

  it("draws everything within the pause where the user has changed something", () => {
    const { clock, changes, fired } = createChanges();
    changes.fire(["a"]);
    changes.fire(["b"]);
    changes.fireAll();
    assert.deepEqual(fired, [["a"], undefined]);
    changes.fire(["c"]);
    clock.advance(500);
    assert.deepEqual(fired, [["a"], undefined, ["c"]]);
  });

  it("fires nothing after the pause if nothing has changed", () => {
    const { clock, changes, fired } = createChanges();
    changes.fire(["a"]);
    clock.advance(500);
    assert.equal(clock.pending, 0);
    changes.fire(["b"]);
    assert.deepEqual(fired, [["a"], ["b"]]);
  });

  it("fires nothing after it is disposed", () => {
    const { clock, changes, fired } = createChanges();
    changes.fire(["a"]);
    changes.fire(["b"]);
    changes.dispose();
    clock.advance(500);
    assert.deepEqual(fired, [["a"]]);
  });
});
