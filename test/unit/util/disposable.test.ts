import assert from "node:assert/strict";
import { type Disposable, DisposableStore, toDisposable } from "../../../src/util/disposable";

function tracker() {
  const disposed: string[] = [];
  const item = (name: string) => ({ dispose: () => void disposed.push(name) });
  return { disposed, item };
}

function failing(error: Error): Disposable {
  return {
    dispose: () => {
      throw error;
    },
  };
}

describe("toDisposable", () => {
  it("disposes once, however often it is called", () => {
    let times = 0;
    const disposable = toDisposable(() => (times += 1));
    disposable.dispose();
    disposable.dispose();
    assert.equal(times, 1);
  });
});

describe("DisposableStore", () => {
  it("lets go of what came last first, once", () => {
    const { disposed, item } = tracker();
    const store = new DisposableStore();
    store.add(item("a"));
    store.add(item("b"));
    store.dispose();
    store.dispose();
    assert.deepEqual(disposed, ["b", "a"]);
  });

  it("lets go of what comes too late at once", () => {
    const { disposed, item } = tracker();
    const store = new DisposableStore();
    store.dispose();
    store.add(item("late"));
    assert.deepEqual(disposed, ["late"]);
    assert.ok(store.disposed);
  });

  it("lets go of what is added while it lets go", () => {
    const { disposed, item } = tracker();
    const store = new DisposableStore();
    store.add({ dispose: () => void store.add(item("child")) });
    store.dispose();
    assert.deepEqual(disposed, ["child"]);
  });

  it("disposes the others when one throws, then throws its error", () => {
    const { disposed, item } = tracker();
    const store = new DisposableStore();
    const error = new Error("one failed");
    store.add(item("a"));
    store.add(failing(error));
    store.add(item("b"));
    assert.throws(() => store.dispose(), error);
    assert.deepEqual(disposed, ["b", "a"]);
  });

  it("throws the errors of several together", () => {
    const store = new DisposableStore();
    const errors = [new Error("first"), new Error("second")];
    for (const error of errors) store.add(failing(error));
    assert.throws(
      () => store.dispose(),
      (thrown) => {
        assert.ok(thrown instanceof AggregateError);
        assert.deepEqual(thrown.errors, errors.toReversed());
        return true;
      },
    );
  });

  it("hands back what it is given", () => {
    const { item } = tracker();
    const one = item("a");
    assert.equal(new DisposableStore().add(one), one);
  });
});
