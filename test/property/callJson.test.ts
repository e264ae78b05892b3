import assert from "node:assert/strict";
import fc from "fast-check";
import { checkJson } from "../../src/shared/call/checkJson";
import { fieldOf, numberIn, valueOf } from "../../src/shared/call/fieldValue";
import { formatJson } from "../../src/json/printer";
import { compactJson, isSameJson, itemsOf, membersOf } from "../../src/json/text";
import { type ParamType } from "../../src/shared/call/methodSpec";
import { requestText } from "../../src/shared/call/requestText";
import { encodeRequest } from "../../src/rpc/message";
import { anyJson, spaced } from "../builders/jsonText";

const rawJson = spaced(anyJson());
const signs = (all: string) => fc.constantFrom(...Array.from(all));

/** Texts near and far from JSON. */
const anyText = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.json(),
  rawJson,
  fc
    .array(fc.oneof(signs("[]{}:,\"\\/* \n\t01.e-+ntfu'"), fc.constantFrom("true", '"a"', "null")))
    .map((parts) => parts.join("")),
);

const types: readonly ParamType[] = [
  { kind: "text" },
  { kind: "number", integer: true },
  { kind: "number", integer: false },
  { kind: "boolean" },
  { kind: "time" },
  { kind: "choice", options: ["load", "ping"] },
  { kind: "json" },
];
const anyType = fc.oneof(
  fc.constantFrom(...types),
  fc.constantFrom(...types).map((item): ParamType => ({ kind: "list", item })),
  fc.constant<ParamType>({ kind: "list", item: { kind: "list", item: { kind: "text" } } }),
);

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

describe("jsonText", () => {
  it("is formatted and compacted as JSON.stringify does", () => {
    fc.assert(
      fc.property(fc.json(), (json) => {
        const value: unknown = JSON.parse(json);
        // Names like numbers come first once they are parsed, and -0 is written as 0.
        const written = JSON.stringify(value);
        assert.equal(formatJson(written), JSON.stringify(value, undefined, 2));
        assert.equal(compactJson(formatJson(written)), written);
      }),
    );
  });

  it("keeps every token when formatted", () => {
    fc.assert(
      fc.property(rawJson, (json) => {
        assert.equal(compactJson(formatJson(json)), compactJson(json));
      }),
    );
  });

  it("is the sum of its members and items", () => {
    fc.assert(
      fc.property(rawJson, (json) => {
        const members = membersOf(json)?.map(([name, value]) => `${JSON.stringify(name)}:${value}`);
        if (members) assert.ok(isSameJson(`{${members.join(",")}}`, json));
        const items = itemsOf(json);
        if (items) assert.ok(isSameJson(`[${items.join(",")}]`, json));
      }),
    );
  });
});

describe("fieldValue", () => {
  it("are the same JSON after the way through a field of any type", () => {
    fc.assert(
      fc.property(anyType, rawJson, (type, json) => {
        assert.ok(isSameJson(valueOf(type, fieldOf(type, json)), json));
      }),
    );
  });

  it("are the same after the way through JSON", () => {
    fc.assert(
      fc.property(anyType, anyText, fc.array(anyText), (type, text, items) => {
        const sent = valueOf(type, { set: true, text, items });
        assert.equal(checkJson(sent), undefined);
        assert.equal(valueOf(type, fieldOf(type, sent)), sent);
      }),
    );
  });

  it("are numbers of JSON wherever a number was meant", () => {
    const digits = fc.array(signs("0123456789.eE+- ")).map((all) => all.join(""));
    fc.assert(
      fc.property(digits, (text) => {
        const number = numberIn(text);
        if (number !== undefined) {
          assert.equal(checkJson(number), undefined);
          assert.equal(Number(number), Number(text));
        }
        if (isJson(text)) assert.equal(number, text.trim());
      }),
      { numRuns: 1000 },
    );
  });
});

describe("requestText", () => {
  it("is what the client writes", () => {
    const params = fc.oneof(fc.dictionary(fc.string(), fc.jsonValue()), fc.array(fc.jsonValue()));
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.nat(), params, (method, id, value) => {
        assert.equal(
          requestText(method, JSON.stringify(value), id),
          encodeRequest(id, { method, params: value }),
        );
      }),
    );
  });
});
