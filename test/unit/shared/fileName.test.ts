import assert from "node:assert/strict";
import fc from "fast-check";
import { fileName, safeName } from "../../../src/shared/fileName";

const noon = Date.UTC(2026, 0, 1, 12);

describe("fileName", () => {
  const cases: readonly (readonly [text: string, name: string])[] = [
    ["web-01", "web-01 2026-01-01.csv"],
    ["../../etc/passwd", "etc-passwd 2026-01-01.csv"],
    ["C:\\x|y", "C-x-y 2026-01-01.csv"],
    [".hidden", "hidden 2026-01-01.csv"],
    ["", "komari 2026-01-01.csv"],
    ["nul.txt", "komari nul.txt 2026-01-01.csv"],
    ["节点 1", "节点 1 2026-01-01.csv"],
  ];
  for (const [text, name] of cases) {
    it(JSON.stringify(text), () => assert.equal(fileName(text, noon, ".csv"), name));
  }

  it("is short enough for any system, in bytes", () => {
    for (const text of ["😀", "节", "👩‍💻", "\u200b", "e\u0301"]) {
      assert.ok(Buffer.byteLength(fileName(text.repeat(99), noon, ".json")) <= 255, text);
    }
  });

  it("is no device of Windows", () => {
    for (const device of ["CON", "con .txt", "COM1", "lpt\u00b9", "CONIN$", "aux.a.b"]) {
      assert.equal(safeName(device), `komari ${device}`);
    }
    assert.equal(safeName("console"), "console");
  });

  it("needs no day", () => {
    assert.equal(safeName("common:getNodes"), "common-getNodes");
    assert.equal(safeName("nul"), "komari nul");
  });

  it("ends with a letter where it was clipped, too", () => {
    assert.equal(safeName(`${"a".repeat(59)}.b`), "a".repeat(59));
    assert.equal(safeName(`${"a".repeat(58)}: b`), "a".repeat(58));
  });

  it("comes from the beginning of a text of any length", () => {
    assert.equal(safeName(`a${" ".repeat(200_000)}b`), "a");
  });

  it("is a name that any system takes, whatever a server says", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 200 }), (text) => {
        const name = fileName(text, noon, ".csv");
        assert.doesNotMatch(name, /[/\\:*?"<>|\p{Cc}]|^[.\s-]/u);
        assert.ok(Buffer.byteLength(name) <= 255);
      }),
    );
  });
});
