import assert from "node:assert/strict";
import { contrast, inkOn, mixColors, readableColors } from "../../../../webview/lib/contrast";

describe("contrast", () => {
  // The extremes, the grey that just fails on white, and a brown of a dark theme.
  const table = [
    ["#000000", "#ffffff", 21],
    ["#fff", "#FFFFFF", 1],
    ["#777777", "#ffffff", 4.48],
    ["#613214", "#1f1f1f", 1.55],
  ] as const;

  for (const [one, other, ratio] of table) {
    it(`of ${one} and ${other} is ${ratio}, either way`, () => {
      assert.equal(Math.round(contrast(one, other) * 100) / 100, ratio);
      assert.equal(contrast(one, other), contrast(other, one));
    });
  }

  it("is that of what is seen where a colour is transparent", () => {
    assert.equal(contrast("#00000000", "#ffffff"), 1);
    assert.equal(contrast("#0008", "#ffffff"), contrast("#777777", "#ffffff"));
    assert.equal(contrast("rgb(119, 119, 119)", "#ffffff"), contrast("#777777", "#ffffff"));
    assert.ok(
      contrast("rgba(234, 92, 0, 0.33)", "#1f1f1f") < 2,
      "the orange of VS Code's own themes",
    );
  });

  it("is taken for granted where a colour cannot be read", () => {
    assert.equal(contrast("color-mix(in srgb, red, blue)", "#000000"), 21);
  });
});

describe("readableColors", () => {
  it("leaves out colours too close to the background, in the same order", () => {
    const colors = ["#59a4f9", "#613214", "#cccccc", "#f14c4c"];
    assert.deepEqual(readableColors(colors, "#1f1f1f"), ["#59a4f9", "#cccccc", "#f14c4c"]);
  });

  it("keeps all where too few would be left", () => {
    const colors = ["#222222", "#59a4f9", "#333333"];
    assert.deepEqual(readableColors(colors, "#1f1f1f"), colors);
  });
});

describe("mixColors", () => {
  it("mixes channel by channel", () => {
    assert.equal(mixColors("#ffffff", "#000000", 50), "rgb(128, 128, 128)");
    assert.equal(mixColors("#3794ff", "#ffffff", 0), "rgb(255, 255, 255)");
    assert.equal(mixColors("blue", "#ffffff", 50), "blue");
  });
});

describe("inkOn", () => {
  it("is read on every mix of two colours", () => {
    for (let percent = 0; percent <= 100; percent += 5) {
      const background = mixColors("#3794ff", "#1f1f1f", percent);
      assert.ok(contrast(inkOn(background), background) >= 4.5, background);
    }
  });
});
