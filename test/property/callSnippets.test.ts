import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { runInNewContext } from "node:vm";
import fc from "fast-check";
import { shellQuote, snippet, type SnippetRequest } from "../../src/features/call/snippets";
import { itemsOf, membersOf } from "../../src/json/text";
import { requestText } from "../../src/shared/call/requestText";
import { anyJson, spaced } from "../builders/jsonText";

const rawJson = spaced(anyJson());
const hostile = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.string({ unit: "grapheme" }),
  fc
    .array(
      fc.constantFrom(
        "'",
        '"',
        "\\",
        "$HOME",
        "`id`",
        "$(id)",
        "!!",
        "\n",
        "\r",
        "%s",
        "*",
        "~",
        " ",
      ),
    )
    .map((parts) => parts.join("")),
);
const request: fc.Arbitrary<SnippetRequest> = fc.record({
  url: hostile.map((path) => `https://komari.example.com/${path.replaceAll("\0", "")}/api/rpc2`),
  method: hostile,
  params: fc.option(rawJson, { nil: undefined }),
  sign: fc.constantFrom("guest", "apiKey", "session"),
});

const environment = { KOMARI_API_KEY: "k'e\"y $HOME", KOMARI_SESSION: "`id`" };

/** What a POSIX shell writes, split at NUL, which no word of a shell can hold. */
function shellWords(script: string): string[] {
  const printed = execFileSync("/bin/sh", ["-s"], {
    input: script,
    env: environment,
    maxBuffer: 2 ** 26,
  });
  return printed.toString("utf8").split("\0").slice(0, -1);
}

class RawNumber {
  public constructor(public readonly token: string) {}
}

interface Called {
  readonly args: readonly unknown[];
  /** What the snippet would have had written as JSON. */
  readonly body: unknown;
}

/** Runs a snippet in a world that only tells what was called. */
function callOf(code: string): Called {
  let called: Called | undefined;
  let body: unknown;
  const call = (...args: readonly unknown[]) => {
    called = { args, body };
    return new Promise(() => undefined);
  };
  const world = {
    fetch: call,
    SharedClient: () => ({ call }),
    process: { env: { KOMARI_API_KEY: "key", KOMARI_SESSION: "token" } },
    JSON: {
      stringify: (value: unknown) => void (body = value),
      rawJSON: (token: string) => new RawNumber(token),
    },
  };
  runInNewContext(`(async () => {${code}})()`, world);
  assert.ok(called);
  return called;
}

function assertSays(value: unknown, json: string): void {
  const members = membersOf(json);
  const items = itemsOf(json);
  if (members) {
    const byName = new Map(members);
    const found = Object.entries(Object(value) as Readonly<Record<string, unknown>>);
    assert.deepEqual(new Set(found.map(([name]) => name)), new Set(byName.keys()));
    for (const [name, member] of found) assertSays(member, byName.get(name) ?? "");
  } else if (items) {
    assert.ok(Array.isArray(value) && value.length === items.length);
    items.forEach((item, place) => assertSays(value[place], item));
  } else if (value instanceof RawNumber) {
    assert.equal(value.token, json.trim());
  } else {
    assert.equal(value, JSON.parse(json));
    if (/^-?\d+$/.test(json)) assert.equal(integerIn(JSON.stringify(value)), BigInt(json));
  }
}

/** A whole number as JSON.stringify writes it: what counts is what will be sent, not the double behind it. */
function integerIn(written: string): bigint {
  const [, whole = "", fraction = "", exponent = "0"] =
    /^(-?\d+)(?:\.(\d+))?(?:e\+(\d+))?$/.exec(written) ?? [];
  return BigInt((whole + fraction).padEnd(whole.length + Number(exponent), "0"));
}

describe("snippet", () => {
  it("quote any text as one word of a shell", () => {
    fc.assert(
      fc.property(fc.array(hostile, { minLength: 200, maxLength: 200 }), (texts) => {
        const words = texts.map((text) => text.replaceAll("\0", ""));
        const script = words.map((word) => `printf '%s\\0' ${shellQuote(word)}\n`).join("");
        assert.deepEqual(shellWords(script), words);
      }),
      { numRuns: 3 },
    );
  });

  it("give curl the very request, and the secret out of the environment", () => {
    const signs = {
      guest: [],
      apiKey: ["-H", `Authorization: Bearer ${environment.KOMARI_API_KEY}`],
      session: ["-H", `Cookie: session_token=${environment.KOMARI_SESSION}`],
    };
    fc.assert(
      fc.property(fc.array(request, { minLength: 100, maxLength: 100 }), (requests) => {
        const calls = requests.map((each) => snippet("curl", each)).join("");
        const words = requests.flatMap(({ url, method, params, sign }) => [
          ...[url, "-H", "Content-Type: application/json", ...signs[sign]],
          ...["--data-raw", requestText(method, params)],
        ]);
        assert.deepEqual(shellWords(`curl() { printf '%s\\0' "$@"; }\n${calls}`), words);
      }),
      { numRuns: 3 },
    );
  });

  it("give fetch the very request", () => {
    fc.assert(
      fc.property(request, (each) => {
        const { args, body } = callOf(snippet("fetch", each));
        assert.equal(args[0], each.url);
        assertSays(body, requestText(each.method, each.params));
      }),
    );
  });

  it("give Komari's client method and params", () => {
    fc.assert(
      fc.property(request, (each) => {
        const { args } = callOf(snippet("rpc2", each));
        const { method, params } = each;
        assertSays(args, `[${JSON.stringify(method)}${params === undefined ? "" : `,${params}`}]`);
      }),
    );
  });

  it("contains no text that ends a script element", () => {
    fc.assert(
      fc.property(request, (each) => {
        assert.doesNotMatch(snippet("fetch", each) + snippet("rpc2", each), /<\/script|<!--/i);
      }),
    );
  });
});
