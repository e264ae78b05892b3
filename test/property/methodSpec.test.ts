import assert from "node:assert/strict";
import fc from "fast-check";
import { cataloguedMethods } from "../../src/komari/catalogue/catalogue";
import { type MethodHelp, type ParamHelp } from "../../src/komari/model/methodHelp";
import { createMethodSpec } from "../../src/komari/methods/createMethodSpec";
import { guessRisk } from "../../src/komari/methods/risk";
import { isSecretName } from "../../src/shared/call/secretNameRule";
import { type ParamSpec, risks } from "../../src/shared/call/methodSpec";

const text = fc.option(fc.string(), { nil: undefined });
const knownParam = fc.constantFrom("uuid", "hours", "type", "sql", "internal", "constructor");
const paramHelp: fc.Arbitrary<ParamHelp> = fc.record({
  name: fc.oneof(knownParam, fc.string()),
  type: text,
  description: text,
  required: fc.boolean(),
});
const help: fc.Arbitrary<MethodHelp> = fc.record({
  name: fc.string(),
  summary: text,
  description: text,
  params: fc.array(paramHelp, { maxLength: 6 }),
  returns: text,
});
const method = fc.oneof(fc.constantFrom(...cataloguedMethods), fc.string());

function paramsOf(name: string, help: MethodHelp | undefined): readonly ParamSpec[] {
  const { params } = createMethodSpec(name, help);
  return params.kind === "named" ? params.params : [];
}

describe("methodSpec", () => {
  it("has each parameter that the server has, once, and required where it is", () => {
    fc.assert(
      fc.property(method, help, (name, help) => {
        const params = paramsOf(name, help);
        assert.equal(new Set(params.map((param) => param.name)).size, params.length);
        for (const { name: wanted, required } of new Map(
          help.params.map((param) => [param.name, param]),
        ).values()) {
          const found = params.find((param) => param.name === wanted);
          assert.ok(found, wanted);
          assert.ok(found.required || !required || found.ifEmpty !== undefined, wanted);
        }
      }),
    );
  });

  it("loses no named parameter of ours to the server", () => {
    fc.assert(
      fc.property(fc.constantFrom(...cataloguedMethods), help, (name, help) => {
        const names = paramsOf(name, help).map((param) => param.name);
        for (const param of paramsOf(name, undefined)) {
          assert.ok(names.includes(param.name), param.name);
        }
      }),
    );
  });
});

describe("guessRisk", () => {
  it("knows a risk of any name", () => {
    fc.assert(fc.property(method, (name) => assert.ok(risks.includes(guessRisk(name)))));
  });

  it("finds a destructive verb at any position and in any case style", () => {
    const word = fc.constantFrom("file", "list", "get", "and", "nodes", "set", "cats", "search");
    const verb = fc.constantFrom("delete", "remove", "purge", "wipe", "reset", "clear");
    const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
    const styles: readonly ((words: readonly string[]) => string)[] = [
      ([first = "", ...rest]) => first + rest.map(capital).join(""),
      (words) => words.join("_"),
      (words) => words.join("-").toUpperCase(),
      (words) => words.join("."),
    ];
    fc.assert(
      fc.property(
        ...[fc.array(word), verb, fc.array(word), fc.constantFrom(...styles)],
        fc.constantFrom("public:", "admin:", "plugin:foo.", ""),
        (before, found, after, style, namespace) =>
          assert.equal(guessRisk(namespace + style([...before, found, ...after])), "destructive"),
      ),
    );
  });

  it("never classifies a method that changes something as read-only", () => {
    for (const name of cataloguedMethods) {
      const { risk } = createMethodSpec(name, undefined);
      const reads = risk === "read" || risk === "secrets";
      if (!reads) assert.ok(!["read", "secrets"].includes(guessRisk(name)), name);
    }
  });
});

describe("isSecretName", () => {
  const word = fc.constantFrom("my", "node", "share", "bot", "old");
  const secret = fc.constantFrom("token", "password", "secret", "dsn", "session", "cookie");

  it("does not mind how words are put together", () => {
    const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
    fc.assert(
      fc.property(fc.array(word), secret, (before, last) => {
        const words = [...before, last];
        assert.ok(isSecretName(words.join("_")));
        assert.ok(isSecretName(words.join("-").toUpperCase()));
        assert.ok(isSecretName(words.map(capital).join("")));
      }),
    );
  });
});
