import assert from "node:assert/strict";
import { errorCode } from "../../../src/util/errorCode";

describe("errorCode", () => {
  it("is the code of an error that has one", () => {
    assert.equal(errorCode(Object.assign(new Error("no such file"), { code: "ENOENT" })), "ENOENT");
  });

  it("is undefined for all else", () => {
    const numbered = Object.assign(new Error("remote"), { code: -32601 });
    for (const value of [new Error("plain"), numbered, { code: "ENOENT" }, "ENOENT", undefined]) {
      assert.equal(errorCode(value), undefined);
    }
  });
});
