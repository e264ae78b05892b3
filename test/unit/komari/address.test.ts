import assert from "node:assert/strict";
import { parseAddress } from "../../../src/komari/address";

function baseUrlOf(text: string): string {
  const parsed = parseAddress(text);
  assert(parsed.ok, `${text}: ${parsed.ok ? "" : parsed.problem}`);
  return parsed.baseUrl;
}

function problemOf(text: string): string {
  const parsed = parseAddress(text);
  assert(!parsed.ok, text);
  return parsed.problem;
}

describe("parseAddress", () => {
  const same = {
    "https://komari.example.com": "https://komari.example.com",
    "  https://Komari.Example.COM/  ": "https://komari.example.com",
    "https://komari.example.com:443/": "https://komari.example.com",
    "http://komari.example.com:80": "http://komari.example.com",
    "http://komari.example.com:08080": "http://komari.example.com:8080",
    "https://komari.example.com:": "https://komari.example.com",
    "HTTPS://komari.example.com": "https://komari.example.com",
    "wss://komari.example.com/api/rpc2": "https://komari.example.com",
    "ws://127.0.0.1:25774/api/rpc2/": "http://127.0.0.1:25774",
    "https://example.com/monitor//komari///": "https://example.com/monitor/komari",
    "https://example.com/a/../b/./c": "https://example.com/b/c",
    "https://example.com/admin/settings/general#top": "https://example.com",
    "https://example.com/k/instance/ce2f0188-79f8": "https://example.com/k",
    "https://example.com/login?": "https://example.com",
    "https://example.com/监控": "https://example.com/%E7%9B%91%E6%8E%A7",
    "https://监控.example": "https://xn--izun04b.example",
    "https://[2001:DB8::0001]:8443/x": "https://[2001:db8::1]:8443/x",
  };
  for (const [text, baseUrl] of Object.entries(same)) {
    it(`takes ${text}`, () => assert.equal(baseUrlOf(text), baseUrl));
  }

  const assumed = {
    "komari.example.com": "https://komari.example.com",
    "komari.example.com/path": "https://komari.example.com/path",
    "//komari.example.com": "https://komari.example.com",
    "komari.example.com:8443": "https://komari.example.com:8443",
    "komari.example.com:443": "https://komari.example.com",
    "komari.example.com:25774": "http://komari.example.com:25774",
    "localhost:25774": "http://localhost:25774",
    localhost: "http://localhost",
    "nas.lan": "http://nas.lan",
    "192.168.1.2": "http://192.168.1.2",
    "192.168.1.2:443": "https://192.168.1.2",
    "::1": "http://[::1]",
    "[::1]:25774": "http://[::1]:25774",
    "2001:db8::1/komari": "http://[2001:db8::1]/komari",
  };
  for (const [text, baseUrl] of Object.entries(assumed)) {
    it(`chooses the scheme of ${text}`, () => {
      const parsed = parseAddress(text);
      assert(parsed.ok);
      assert.equal(parsed.baseUrl, baseUrl);
      assert(parsed.warnings.includes("schemeAssumed"));
    });
  }

  const problems = {
    "": "empty",
    "   ": "empty",
    "ftp://example.com": "scheme",
    "file:///etc/passwd": "scheme",
    "javascript://x": "scheme",
    "constructor://x": "scheme",
    "https://": "host",
    "https:///path": "host",
    "https://exa mple.com": "host",
    "https://example.com\\@evil.example": "credentials",
    "https://example.com\\evil.example": "host",
    "https://exam%70le.com": "host",
    "exa\tmple.com": "host",
    "1": "host",
    "25774": "host",
    "0x7f.1": "host",
    "1.2.3.4.5": "host",
    "[::1": "host",
    "[nonsense]": "host",
    "https://user:pass@example.com": "credentials",
    "admin@example.com": "credentials",
    "example.com:99999": "port",
    "example.com:0": "port",
    "example.com:http": "port",
    "http://[::1]:70000": "port",
    "https://example.com/?theme=dark": "query",
  };
  for (const [text, problem] of Object.entries(problems)) {
    it(`refuses ${JSON.stringify(text)}: ${problem}`, () => assert.equal(problemOf(text), problem));
  }

  it("warns of what people should know", () => {
    const warningsOf = (text: string) => {
      const parsed = parseAddress(text);
      return parsed.ok ? parsed.warnings : [];
    };
    assert.deepEqual(warningsOf("https://example.com/x"), []);
    assert.deepEqual(warningsOf("http://example.com"), ["plainHttp"]);
    assert.deepEqual(warningsOf("http://127.0.0.1:1"), []);
    assert.deepEqual(warningsOf("http://localhost"), []);
    assert.deepEqual(warningsOf("http://[::1]"), []);
    assert.deepEqual(warningsOf("https://example.com/api/rpc2"), ["pathCut"]);
    assert.deepEqual(warningsOf("10.0.0.1/admin"), ["schemeAssumed", "pathCut", "plainHttp"]);
  });
});
