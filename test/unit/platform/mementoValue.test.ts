import assert from "node:assert/strict";
import { isBoolean, MementoValue } from "../../../src/platform/mementoValue";
import { WriteError } from "../../../src/util/writeError";

describe("MementoValue", () => {
  it("rejects with a WriteError that has the words of VS Code when it cannot be stored", async () => {
    const cause = new Error("the profile is read-only");
    const memento = { get: () => undefined, update: () => Promise.reject(cause) };
    const value = new MementoValue(memento, "key", isBoolean, false);
    await assert.rejects(value.set(true), (error) => {
      assert.ok(error instanceof WriteError);
      assert.equal(error.cause, cause);
      return true;
    });
  });

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
