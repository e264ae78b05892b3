import assert from "node:assert/strict";
import { MementoValue } from "../../../src/platform/mementoValue";

describe("MementoValue", () => {
  it("gives the fallback for what it did not write", async () => {
    const kept = new Map<string, unknown>([["key", 7]]);
    const memento = {
      get: (key: string) => kept.get(key),
      update: (key: string, value: unknown) => {
        kept.set(key, value);
        return Promise.resolve();
      },
    };
    const isText = (value: unknown): value is string => typeof value === "string";
    const value = new MementoValue(memento, "key", isText, "fallback");
    assert.equal(value.get(), "fallback");
    await value.set("text");
    assert.equal(value.get(), "text");
    assert.equal(kept.get("key"), "text");
  });
});
