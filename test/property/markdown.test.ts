import assert from "node:assert/strict";
import fc from "fast-check";
import { escapeMarkdown } from "../../src/shared/markdown";
import { singleLine } from "../../src/shared/singleLine";

const anyText = fc.oneof(fc.string({ unit: "binary" }), fc.string({ unit: "binary-ascii" }));
const reference = /&#(\d+);/g;

function reader(markdown: string): string {
  return markdown.replace(reference, (_, code: string) => String.fromCharCode(Number(code)));
}

describe("escapeMarkdown", () => {
  it("shows the reader the text as a line of text shows it", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        assert.equal(reader(escapeMarkdown(text)), singleLine(text));
      }),
    );
  });

  it("of two texts side by side is the two side by side, so that parts cannot join to markup", () => {
    // Those that join others are drawn by what stands beside them.
    const joins = /[\p{Cc}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u;
    const plain = anyText.filter((text) => !joins.test(text));
    fc.assert(
      fc.property(plain, plain, (a, b) => {
        assert.equal(escapeMarkdown(a) + escapeMarkdown(b), escapeMarkdown(a + b));
      }),
    );
  });
});
