import assert from "node:assert/strict";
import { flagOf, plainKey, Regions } from "../../../../../src/features/nodes/arrange/regions";

const regions = new Regions("en");

describe("Regions", () => {
  it("knows a region by its flag, its code and its name, in our language, English or Chinese", () => {
    const japan = { code: "JP", name: "Japan" };
    const written = [
      "🇯🇵",
      " 🇯🇵 ",
      "🇯🇵\ufe0f",
      "JP",
      "jp",
      "Japan",
      "JAPAN",
      "日本",
      "🇯🇵 Japan",
      "🇯🇵JP",
    ];
    for (const text of written) assert.deepEqual(regions.parse(text), japan, text);
    assert.equal(new Regions("de").parse("Vereinigte Staaten")?.code, "US");
  });

  it("names it in the given language", () => {
    assert.equal(new Regions("zh-cn").parse("🇯🇵")?.name, "日本");
    assert.equal(new Regions("de").parse("JP")?.name, "Japan");
    assert.equal(new Regions("zh-cn").parse("Germany")?.name, "德国");
  });

  it("takes another code for the one that is preferred", () => {
    assert.deepEqual(regions.parse("UK"), regions.parse("🇬🇧"));
  });

  it("knows short names too", () => {
    assert.equal(regions.parse("Hong Kong")?.code, "HK");
    assert.equal(regions.parse("香港")?.code, "HK");
  });

  it("leaves other texts as they are, on one line and without blanks around", () => {
    for (const text of ["Tokyo", "🇯🇵 Tokyo", "XX", "🇽🇽", "🏴", "us-east-1", "1", "constructor"]) {
      assert.deepEqual(regions.parse(text), { code: undefined, name: text });
    }
    assert.deepEqual(regions.parse("  US \n East "), { code: undefined, name: "US East" });
  });

  it("knows that nothing is written", () => {
    for (const text of ["", "  ", "\n", "\ufe0f"]) assert.equal(regions.parse(text), undefined);
  });
});

describe("flagOf", () => {
  it("is the flag of a code", () => assert.equal(flagOf("JP"), "🇯🇵"));
});

describe("plainKey", () => {
  it("is what can be seen of a text", () => {
    assert.equal(plainKey(" \u200eHome \t\n lab\u2028"), "[U+200E]Home lab");
    assert.equal(plainKey("　东京　"), "东京");
  });
});
