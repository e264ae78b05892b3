import assert from "node:assert/strict";
import fc from "fast-check";
import { escapeMarkdown } from "../../src/shared/markdown";

const anyText = fc.oneof(fc.string({ unit: "binary" }), fc.string({ unit: "binary-ascii" }));
const reference = /&#(\d+);/g;

function reader(markdown: string): string {
  return markdown.replace(reference, (_, code: string) => String.fromCharCode(Number(code)));
}

describe("escapeMarkdown", () => {
  it("leaves no ASCII punctuation but its own character references", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        assert.doesNotMatch(escapeMarkdown(text).replace(reference, ""), /[!-/:-@[-`{-~]/);
      }),
    );
  });

  it("is one line without control characters", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        assert.doesNotMatch(escapeMarkdown(text), /[\p{Cc}\p{Zl}\p{Zp}]/u);
      }),
    );
  });

  it("shows the reader what was written, save for line breaks, control and direction marks", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const printable = /[\p{Cc}\p{Zl}\p{Zp}\s]+/gu;
        const shown = reader(escapeMarkdown(text)).replace(printable, " ");
        const direction = /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
        assert.equal(shown, text.replace(direction, "").replace(printable, " "));
      }),
    );
  });

  it("of two texts side by side is the two side by side, so that parts cannot join to markup", () => {
    const visible = anyText.filter((text) => !/[\p{Cc}\p{Zl}\p{Zp}]/u.test(text));
    fc.assert(
      fc.property(visible, visible, (a, b) => {
        assert.equal(escapeMarkdown(a) + escapeMarkdown(b), escapeMarkdown(a + b));
      }),
    );
  });
});
