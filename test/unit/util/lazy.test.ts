import assert from "node:assert/strict";
import { Lazy } from "../../../src/util/lazy";

describe("Lazy", () => {
  it("loads at the first use, once", async () => {
    let loads = 0;
    const lazy = new Lazy(() => Promise.resolve(++loads));
    assert.ok(lazy.loading === undefined);
    assert.deepEqual([await lazy.get(), await lazy.get()], [1, 1]);
    assert.equal(lazy.loading, lazy.get());
  });

  it("loads again after a failure", async () => {
    const outcomes = [Promise.reject(new Error("no file")), Promise.resolve("loaded")];
    const lazy = new Lazy(() => outcomes.shift() ?? Promise.reject(new Error("too often")));
    await assert.rejects(lazy.get(), /no file/);
    assert.equal(lazy.loading, undefined);
    assert.equal(await lazy.get(), "loaded");
  });
});
