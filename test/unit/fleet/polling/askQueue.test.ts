import assert from "node:assert/strict";
import { AskQueue } from "../../../../src/fleet/polling/askQueue";

function queueOf(...uuids: string[]): AskQueue {
  const queue = new AskQueue();
  queue.setKnown(uuids);
  return queue;
}

describe("AskQueue", () => {
  it("begins with nodes that were never asked for, then goes by when they were", () => {
    const queue = queueOf("a", "b", "c", "d");
    queue.markAsked(["c", "a"], 10);
    queue.markAsked(["c"], 20);
    assert.deepEqual([...queue.inOrder()], ["b", "d", "a", "c"]);
    assert.deepEqual(
      ["a", "b"].map((uuid) => queue.askedAt(uuid)),
      [10, -Infinity],
    );
  });

  it("takes in new nodes as never asked for, and lets go of those that went", () => {
    const queue = queueOf("a", "b");
    queue.markAsked(["a", "b"], 10);
    assert.equal(queue.hasUnasked, false);
    queue.setKnown(["c", "b"]);
    assert.deepEqual([...queue.inOrder()], ["c", "b"]);
    assert.equal(queue.hasUnasked, true);
  });

  it("asks for all again in the order of their turns", () => {
    const queue = queueOf("a", "b", "c");
    queue.markAsked(["b"], 10);
    queue.markAsked(["a"], 20);
    queue.askAll();
    assert.deepEqual([...queue.inOrder()], ["c", "b", "a"]);
    assert.equal(queue.askedAt("a"), -Infinity);
  });

  it("ignores nodes that it does not know", () => {
    const queue = queueOf("a");
    queue.markAsked(["x"], 10);
    queue.askAgain(["x"]);
    assert.deepEqual([...queue.inOrder()], ["a"]);
  });
});
