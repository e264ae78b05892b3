import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { l10nCalls } from "./l10nCalls";
import { manifest, readTexts, stringsOf, type Texts } from "./manifest";
import { root } from "./sources";

const calls = l10nCalls();
const inSource = new Set(calls.flatMap(({ message }) => message ?? []));

const bundles = readdirSync(join(root, "l10n"))
  .filter((name) => /^bundle\.l10n\..+\.json$/.test(name))
  .map((name) => [name, readTexts(`l10n/${name}`)] as const);

function placeholders(text: string): string[] {
  return [...new Set(text.match(/\{\w+\}/g))].sort();
}

/** Texts whose placeholders differ from those of the English one. */
function misplaced(pairs: readonly (readonly [english: string, translated: string])[]) {
  return pairs.filter(([english, translated]) => {
    const [expected, found] = [placeholders(english), placeholders(translated)];
    return JSON.stringify(expected) !== JSON.stringify(found);
  });
}

function missing(wanted: Iterable<string>, texts: Texts): string[] {
  return [...wanted].filter((key) => (texts[key] ?? "").trim() === "");
}

function unused(wanted: ReadonlySet<string>, texts: Texts): string[] {
  return Object.keys(texts).filter((key) => !wanted.has(key));
}

describe("l10n: texts in the source", () => {
  it("are found, and are literals, so that they can be", () => {
    assert.ok(inSource.size > 50);
    const hidden = calls.filter(({ message }) => message === undefined);
    assert.deepEqual(
      hidden.map(({ place }) => place),
      [],
    );
  });

  it("number their placeholders from {0} on and are given as many values", () => {
    const wrong = calls.filter(({ message, values }) => {
      const expected = Array.from({ length: values }, (_, index) => `{${index}}`);
      return JSON.stringify(placeholders(message ?? "")) !== JSON.stringify(expected);
    });
    assert.deepEqual(
      wrong.map(({ place, message }) => `${place} ${message ?? ""}`),
      [],
    );
  });
});

describe("l10n: bundles", () => {
  it("are there for simplified Chinese", () => {
    assert.deepEqual(
      bundles.map(([name]) => name),
      ["bundle.l10n.zh-cn.json"],
    );
  });

  for (const [name, texts] of bundles) {
    it(`${name} has every text and no other`, () => {
      assert.deepEqual(missing(inSource, texts), []);
      assert.deepEqual(unused(inSource, texts), []);
    });

    it(`${name} keeps the placeholders`, () => {
      assert.deepEqual(misplaced(Object.entries(texts)), []);
    });
  }
});

describe("l10n: the manifest", () => {
  const keys = new Set(
    stringsOf(manifest)
      .filter((text) => /^%.+%$/.test(text))
      .map((text) => text.slice(1, -1)),
  );
  const english = readTexts("package.nls.json");
  const chinese = readTexts("package.nls.zh-cn.json");

  it("has a text for every key, in both languages, and no other", () => {
    assert.ok(keys.size > 20);
    for (const texts of [english, chinese]) {
      assert.deepEqual(missing(keys, texts), []);
      assert.deepEqual(unused(keys, texts), []);
    }
  });

  it("names the same tokens, commands and links in both languages", () => {
    const marks = (text: string) => text.match(/`[^`]*`|\(command:[^)]*\)|https?:[\w./-]*[\w/]/g);
    for (const [key, text] of Object.entries(english)) {
      assert.deepEqual(marks(chinese[key] ?? "")?.sort(), marks(text)?.sort(), key);
    }
  });
});
