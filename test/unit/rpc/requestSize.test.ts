import assert from "node:assert/strict";
import { RawJson } from "../../../src/json/rawJson";
import { isTooLargeForSocket, maxSocketRequestBytes } from "../../../src/rpc/requestSize";

describe("isTooLargeForSocket", () => {
  const longest = maxSocketRequestBytes - '[""]'.length;

  it("measures parameters as they are sent, in bytes", () => {
    assert.equal(isTooLargeForSocket(["x".repeat(longest)]), false);
    assert.equal(isTooLargeForSocket(["x".repeat(longest + 1)]), true);
    assert.equal(isTooLargeForSocket(["\u4e2d".repeat(longest / 2)]), true);
    assert.equal(isTooLargeForSocket({ a: ["x".repeat(longest)] }), true);
  });

  it("measures raw parameters", () => {
    assert.equal(isTooLargeForSocket(new RawJson("x".repeat(maxSocketRequestBytes))), false);
    assert.equal(isTooLargeForSocket(new RawJson("x".repeat(maxSocketRequestBytes + 1))), true);
  });

  it("leaves invalid JSON to the transport", () => {
    assert.equal(isTooLargeForSocket(undefined), false);
    assert.equal(isTooLargeForSocket([1n]), false);
  });
});
