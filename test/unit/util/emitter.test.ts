import assert from "node:assert/strict";
import { Emitter } from "../../../src/util/emitter";

describe("Emitter", () => {
  it("tells every listener in the order they came", () => {
    const emitter = new Emitter<number>();
    const heard: string[] = [];
    emitter.event((value) => heard.push(`a${value}`));
    emitter.event((value) => heard.push(`b${value}`));
    emitter.fire(1);
    assert.deepEqual(heard, ["a1", "b1"]);
  });

  it("tells a listener that was added twice twice, until each is let go", () => {
    const emitter = new Emitter<number>();
    let heard = 0;
    const listener = () => void (heard += 1);
    const first = emitter.event(listener);
    emitter.event(listener);
    emitter.fire(1);
    first.dispose();
    first.dispose();
    emitter.fire(2);
    assert.equal(heard, 3);
  });

  it("does not trip over listeners that come and go while it tells", () => {
    const emitter = new Emitter<number>();
    const heard: string[] = [];
    const own = emitter.event(() => {
      heard.push("once");
      own.dispose();
      emitter.event(() => heard.push("new"));
    });
    emitter.event(() => heard.push("other"));
    emitter.fire(1);
    assert.deepEqual(heard, ["once", "other"]);
    emitter.fire(2);
    assert.deepEqual(heard, ["once", "other", "other", "new"]);
  });

  it("is silent after its end", () => {
    const emitter = new Emitter<number>();
    emitter.event(() => assert.fail("heard something"));
    emitter.dispose();
    emitter.fire(1);
  });
});
