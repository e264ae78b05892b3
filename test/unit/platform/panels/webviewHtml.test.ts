import assert from "node:assert/strict";
import {
  escapeHtml,
  webviewHtml,
  type WebviewPage,
} from "../../../../src/platform/panels/webviewHtml";

const page: WebviewPage = {
  cspSource: "https://*.vscode-cdn.net",
  script: "https://file.vscode-cdn.net/dist/webview/chart.js",
  style: "https://file.vscode-cdn.net/dist/webview/chart.css",
  locale: "zh-cn",
  title: "web-01",
  loading: "Loading…",
};

function policyOf(html: string): string {
  const [, policy = ""] = /Content-Security-Policy" content="([^"]*)"/.exec(html) ?? [];
  return policy.replaceAll("&#39;", "'");
}

describe("webviewHtml", () => {
  it("allows the one script and the styles, and nothing else", () => {
    const policy = policyOf(webviewHtml(page, "n0nce"));
    assert.deepEqual(policy.split("; "), [
      "default-src 'none'",
      "style-src https://*.vscode-cdn.net",
      "script-src 'nonce-n0nce'",
    ]);
  });

  it("gives the script the nonce of the policy, another one for every page", () => {
    const nonces = [webviewHtml(page), webviewHtml(page)].map((html) => {
      const [, given = ""] = /<script nonce="([^"]*)"/.exec(html) ?? [];
      assert.ok(policyOf(html).includes(`'nonce-${given}'`));
      return given;
    });
    assert.ok(nonces.every((nonce) => nonce.length >= 32));
    assert.notEqual(nonces[0], nonces[1]);
  });

  it("has no other script, and none inline", () => {
    const html = webviewHtml(page);
    assert.equal(html.match(/<script/g)?.length, 1);
    assert.match(html, /<script [^>]*src="[^"]+"><\/script>/);
    assert.doesNotMatch(html, /\son\w+=/);
  });

  it("names its language, and says that it is loading", () => {
    const html = webviewHtml(page);
    assert.ok(html.includes('<html lang="zh-cn">'));
    assert.match(html, /<body>\s*<p role="status">Loading…<\/p>/);
  });

  it("shows hostile names as text", () => {
    const evil = `</title><script>alert(1)</script>"'&`;
    const html = webviewHtml({ ...page, title: evil });
    assert.ok(html.includes(`<title>${escapeHtml(evil)}</title>`));
    assert.equal(html.match(/<script/g)?.length, 1);
  });
});

describe("escapeHtml", () => {
  it("leaves no mark that could end a text or an attribute", () => {
    assert.equal(escapeHtml(`<a b="c" d='e'>&`), "&lt;a b=&quot;c&quot; d=&#39;e&#39;&gt;&amp;");
  });
});
