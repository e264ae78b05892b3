import assert from "node:assert/strict";
import fc from "fast-check";
import { type ParamType } from "../../src/shared/call/methodSpec";
import { parseParamType } from "../../src/shared/call/paramType";

const word = fc.stringMatching(/^x[a-z0-9_-]{0,8}$/);
const choice = fc
  .uniqueArray(word, { minLength: 2, maxLength: 6 })
  .map((options): ParamType => ({ kind: "choice", options }));
const simple = fc.constantFrom<ParamType>(
  { kind: "text" },
  { kind: "number", integer: true },
  { kind: "number", integer: false },
  { kind: "boolean" },
  { kind: "time" },
  { kind: "json" },
);
const { type: anyType } = fc.letrec<{ type: ParamType }>((tie) => ({
  type: fc.oneof(
    { maxDepth: 3 },
    simple,
    choice,
    tie("type").map((item): ParamType => ({ kind: "list", item })),
  ),
}));

function write(type: ParamType): string {
  switch (type.kind) {
    case "text":
      return "string";
    case "number":
      return type.integer ? "int" : "float64";
    case "boolean":
      return "bool";
    case "time":
      return "RFC3339";
    case "json":
      return "object";
    case "choice":
      return type.options.join(" | ");
    case "list":
      return type.item.kind === "choice" ? `(${write(type.item)})[]` : `${write(type.item)}[]`;
  }
}

const kinds = new Set(["text", "number", "boolean", "time", "choice", "list", "json"]);

describe("parseParamType", () => {
  it("reads whatever a server writes", () => {
    const piece = fc.constantFrom("[]", "[", "]", "|", "(", ")", "<", ">", '"', "'", " ", "string");
    const brackets = fc.array(piece, { maxLength: 400 }).map((pieces) => pieces.join(""));
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: "binary" }), brackets), (written) => {
        assert.ok(kinds.has(parseParamType(written).kind));
      }),
    );
  });

  it("reads every type as it is written", () => {
    fc.assert(
      fc.property(anyType, (type) => {
        assert.deepEqual(parseParamType(write(type)), type);
      }),
    );
  });

  it("does not mind spaces, nor that null is allowed", () => {
    const space = fc.constantFrom("", " ", "  ", "\t", "\n");
    fc.assert(
      fc.property(anyType, space, space, (type, before, after) => {
        const written = `${before}${write(type)}${after}|${before}null${after}`;
        assert.deepEqual(parseParamType(written), type);
      }),
    );
  });

  it("makes a choice of words, each once, in their order", () => {
    fc.assert(
      fc.property(fc.array(word, { minLength: 2, maxLength: 8 }), (words) => {
        assert.deepEqual(parseParamType(words.join("|")), {
          kind: "choice",
          options: [...new Set(words)],
        });
      }),
    );
  });
});
