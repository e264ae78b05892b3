import assert from "node:assert/strict";
import { Emitter } from "../../../src/util/emitter";
import { handleUnexpectedErrors } from "../../../src/util/unexpectedErrors";

describe("Emitter", () => {
  it("calls every listener in the order of registration", () => {
    const emitter = new Emitter<number>();
    const received: string[] = [];
    emitter.event((value) => received.push(`a${value}`));
    emitter.event((value) => received.push(`b${value}`));
    emitter.fire(1);
    assert.deepEqual(received, ["a1", "b1"]);
  });

  it("calls a listener that was added twice twice, until each is disposed", () => {
    const emitter = new Emitter<number>();
    let received = 0;
    const listener = () => void (received += 1);
    const first = emitter.event(listener);
    emitter.event(listener);
    emitter.fire(1);
    first.dispose();
    first.dispose();
    emitter.fire(2);
    assert.equal(received, 3);
  });

  it("does not trip over listeners that come and go while it fires", () => {
    const emitter = new Emitter<number>();
    const received: string[] = [];
    const own = emitter.event(() => {
      received.push("once");
      own.dispose();
      emitter.event(() => received.push("new"));
    });
    emitter.event(() => received.push("other"));
    emitter.fire(1);
    assert.deepEqual(received, ["once", "other"]);
    emitter.fire(2);
    assert.deepEqual(received, ["once", "other", "other", "new"]);
  });

  it("calls the other listeners and returns when one throws, and reports its error", () => {
    const reported: unknown[] = [];
    const handler = handleUnexpectedErrors((error) => reported.push(error));
    const emitter = new Emitter<number>();
    const received: number[] = [];
    const error = new Error("a listener failed");
    emitter.event(() => {
      throw error;
    });
    emitter.event((value) => received.push(value));
    emitter.fire(1);
    handler.dispose();
    assert.deepEqual({ received, reported }, { received: [1], reported: [error] });
  });

  it("is silent after its end", () => {
    const emitter = new Emitter<number>();
    emitter.event(() => assert.fail("heard something"));
    emitter.dispose();
    emitter.fire(1);
  });
});
