import assert from "node:assert/strict";
import { RequestQueue } from "../../../../src/fleet/polling/requestQueue";

function queueOf(...uuids: string[]): RequestQueue {
  const queue = new RequestQueue();
  queue.setKnown(uuids);
  return queue;
}

describe("RequestQueue", () => {
  it("returns pending nodes first, then the least recently requested", () => {
    const queue = queueOf("a", "b", "c", "d");
    queue.markRequested(["c", "a"], 10);
    queue.markRequested(["c"], 20);
    assert.deepEqual([...queue.inOrder()], ["b", "d", "a", "c"]);
    assert.deepEqual(
      ["a", "b"].map((uuid) => queue.requestedAt(uuid)),
      [10, -Infinity],
    );
  });

  it("adds new nodes as pending and removes those that are gone", () => {
    const queue = queueOf("a", "b");
    queue.markRequested(["a", "b"], 10);
    assert.equal(queue.hasPending, false);
    queue.setKnown(["c", "b"]);
    assert.deepEqual([...queue.inOrder()], ["c", "b"]);
    assert.equal(queue.hasPending, true);
  });

  it("requeueAll keeps the order of the nodes", () => {
    const queue = queueOf("a", "b", "c");
    queue.markRequested(["b"], 10);
    queue.markRequested(["a"], 20);
    queue.requeueAll();
    assert.deepEqual([...queue.inOrder()], ["c", "b", "a"]);
    assert.equal(queue.requestedAt("a"), -Infinity);
  });

  it("ignores unknown nodes", () => {
    const queue = queueOf("a");
    queue.markRequested(["x"], 10);
    queue.requeue(["x"]);
    assert.deepEqual([...queue.inOrder()], ["a"]);
  });
});
