import assert from "node:assert/strict";
import fc from "fast-check";
import { type NodeFacts } from "../../../../../src/fleet/nodes/nodeFacts";
import { nodeTooltip } from "../../../../../src/features/nodes/tooltip/nodeTooltip";
import { createFormat } from "../../../../../src/shared/format";
import { buildFacts } from "../../../../builders/facts";
import { buildPing } from "../../../../builders/status";

const format = createFormat("en");

/** `text` in every field that a server may fill with text. */
function factsOf(text: string): NodeFacts {
  return buildFacts(
    {
      name: text,
      group: text,
      tags: [text],
      region: text,
      os: text,
      kernelVersion: text,
      gpuName: text,
      ipv4: text,
      ipv6: text,
      agentVersion: text,
      remark: text,
      publicRemark: text,
      price: { kind: "paid", amount: 1, currency: text, cycle: 30 },
    },
    { ping: [buildPing({ name: text })] },
  );
}

function tooltip(text: string): string {
  return nodeTooltip({ serverId: "https://status.example.com", uuid: "a" }, factsOf(text), {
    format,
    age: undefined,
    serverTime: 0,
  });
}

/** All that Markdown could take as markup: ASCII punctuation and lines, character references aside. */
function markup(markdown: string): string {
  return markdown.replace(/&#\d+;/g, "").replace(/[^!-/:-@[-`{-~\n\r]/g, "");
}

const ours = markup(tooltip("x"));

const attacks = [
  "[x](command:workbench.action.quit)",
  "<img src=x onerror=alert(1)>",
  "![i](https://example.com/i.png)",
  "https://example.com www.example.com a@example.com",
  "$(alert) **bold** __b__ ~~s~~ `code`",
  "# h1\n- item\n1. item\n> quote\n\n---\n```\ncode\n```",
  "a | b |\n|--|--|\n| c | d |",
  "&lt;b&gt; &#60;i&#62; &amp;",
  "\\[x\\](y)",
  "[ref]: https://example.com",
  "\u2028# line\u2029# paragraph\r\n# return",
];

describe("nodeTooltip: hostile text", () => {
  for (const attack of attacks) {
    it(`stays text: ${JSON.stringify(attack)}`, () => {
      assert.equal(markup(tooltip(attack)), ours);
    });
  }

  it("stays text whatever it is", () => {
    const nasty = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.string({ unit: fc.constantFrom(..."[]()<>!*_`~#|&;:\\/\n\r\t -+.=$@x1".split("")) }),
    );
    fc.assert(fc.property(nasty, (text) => markup(tooltip(`x${text}`)) === ours));
  });

  it("does not move a line in, which would make it code", () => {
    const [first = ""] = tooltip("     x").split("\n");
    assert.doesNotMatch(first, /^\s/);
  });
});
