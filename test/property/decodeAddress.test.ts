import assert from "node:assert/strict";
import fc from "fast-check";
import { parseAddress } from "../../src/komari/address";

const scheme = fc.constantFrom("", "http://", "https://", "HTTPS://", "ws://", "wss://", "//");
const host = fc.oneof(
  fc.domain(),
  fc.ipV4(),
  fc.ipV6().map((address) => `[${address}]`),
  fc.constantFrom("localhost", "NAS.lan", "监控.example"),
);
const port = fc.oneof(
  fc.constant(""),
  fc.integer({ min: 1, max: 65_535 }).map((value) => `:${value}`),
);
const segment = fc.oneof(
  fc.constantFrom("admin", "api", "rpc2", "login", "instance", "..", ".", "", "%2e%2e", "监控"),
  fc.webSegment(),
);
const path = fc.array(segment, { maxLength: 5 }).map((parts) => parts.map((p) => `/${p}`).join(""));

describe("parseAddress", () => {
  it("takes every address, keeps its host and port, and its own result as it is", () => {
    fc.assert(
      fc.property(scheme, host, port, path, (...parts) => {
        const [, typedHost, typedPort] = parts;
        const parsed = parseAddress(parts.join(""));
        assert(parsed.ok);
        const url = new URL(parsed.baseUrl);
        const typed = new URL(`${url.protocol}//${typedHost}${typedPort}`);
        assert.equal(url.host, typed.host);
        assert(!parsed.baseUrl.endsWith("/"));
        const again = parseAddress(parsed.baseUrl);
        assert(again.ok);
        assert.equal(again.baseUrl, parsed.baseUrl);
      }),
      { numRuns: 1000 },
    );
  });

  it("never throws, and never returns a host that was not typed", () => {
    const pieces = fc.constantFrom(
      "@",
      "\\",
      "/",
      "//",
      "#",
      "?",
      ":",
      ".",
      "\t",
      "\n",
      "a",
      "evil",
    );
    const text = fc.oneof(
      fc.string(),
      fc.array(pieces, { maxLength: 9 }).map((list) => `https://good.example${list.join("")}`),
    );
    fc.assert(
      fc.property(text, (typed) => {
        const parsed = parseAddress(typed);
        if (!parsed.ok) return;
        const authority = typed.trim().replace(/^[a-z][a-z0-9+.-]*:\/\/|^\/\//i, "");
        const [typedHost = ""] = authority.split(/[/?#]/, 1);
        const own = new URL(parsed.baseUrl);
        const bracketed = typedHost.split(":").length > 2 && !typedHost.startsWith("[");
        const expected = new URL(`${own.protocol}//${bracketed ? `[${typedHost}]` : typedHost}`);
        assert.equal(own.host, expected.host);
      }),
      { numRuns: 1000 },
    );
  });
});
