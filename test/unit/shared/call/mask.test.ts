import assert from "node:assert/strict";
import { holdsMask, secretMask, secretMaskJson } from "../../../../src/shared/call/mask";

describe("mask", () => {
  it("is found as a value, inside a text, escaped, and in broken JSON", () => {
    assert.equal(JSON.parse(secretMaskJson), secretMask);
    const masked = [
      `{"token":${secretMaskJson}}`,
      `["postgres://komari:${secretMask}@localhost/"]`,
      '"\\u2022\\u2022\\u2022\\u2022\\u2022\\u2022"',
      `{"token":"${secretMask}`,
    ];
    assert.deepEqual(masked.filter(holdsMask), masked);
  });

  it("does not match other bullets", () => {
    assert.ok(!["", "{}", '"• one • two"', '"•••"', '"******"'].some(holdsMask));
  });
});
