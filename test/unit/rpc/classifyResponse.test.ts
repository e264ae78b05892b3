import assert from "node:assert/strict";
import { type ResponseFacts } from "../../../src/rpc/errors";
import { classifyResponse, type Verdict } from "../../../src/rpc/classifyResponse";

const json = "application/json";
const baseUrl = "http://home.example.com:8080/komari";

function verdictOf(status: number, contentType = "", body = "", location?: string): Verdict {
  const headers = location === undefined ? {} : { location };
  return classifyResponse({ status, contentType, body, headers }, baseUrl);
}

function codeOf(...answer: Parameters<typeof verdictOf>): string {
  const verdict = verdictOf(...answer);
  return verdict.kind === "failed" ? verdict.failure.code : verdict.kind;
}

describe("classifyAnswer", () => {
  const rest = (message: string): string => JSON.stringify({ status: "error", message });
  const cases: [string, Parameters<typeof verdictOf>, string][] = [
    ["a result", [200, json, '{"jsonrpc":"2.0","id":1,"result":1}'], "replies"],
    ["a result of another type", [200, "text/plain", '{"jsonrpc":"2.0","id":1}'], "replies"],
    ["a refused request", [400, json, '{"jsonrpc":"2.0","error":{"code":-32600}}'], "replies"],
    ["an error with 500", [500, json, '{"jsonrpc":"2.0","error":{"code":-32603}}'], "replies"],
    ["401 with JSON", [401, json, rest("Unauthorized.")], "unauthorized"],
    ["401 with HTML", [401, "text/html", "<html>"], "proxyUnauthorized"],
    ["401 with nothing", [401], "unauthorized"],
    ["401 with text", [401, "text/plain", "Unauthorized"], "proxyUnauthorized"],
    ["401 of a gateway", [401, json, '{"message":"No API key found"}'], "proxyUnauthorized"],
    ["401 in JSON-RPC", [401, json, '{"error":{"code":-32040}}'], "unauthorized"],
    ["407", [407], "proxyUnauthorized"],
    ["511 of a captive portal", [511, "text/html", "<html>"], "unreachable"],
    ["403 with nothing", [403], "forbidden"],
    ["403 with text", [403, "text/plain", "Forbidden"], "forbidden"],
    ["404 while installing", [404, json, rest("Not found in install mode")], "installing"],
    ["404 migrating", [404, json, rest("Not found in database migration mode")], "migrating"],
    ["404 recovering", [404, json, rest("Not found in database recovery mode")], "migrating"],
    ["404 of something else", [404, json, rest("constructor")], "notRpcEndpoint"],
    ["404 with text", [404, "text/plain", "404 page not found"], "notRpcEndpoint"],
    ["405", [405, json, '{"error":"method not allowed"}'], "notRpcEndpoint"],
    ["414", [414, "text/html", "<html>"], "requestTooLarge"],
    ["431", [431], "requestTooLarge"],
    ["426", [426], "notRpcEndpoint"],
    ["HTML with 200", [200, "text/html", "<html></html>"], "notRpcEndpoint"],
    ["HTML said to be JSON", [200, json, "<!doctype html>"], "notRpcEndpoint"],
    ["another API", [200, json, '{"status":"success","data":{}}'], "notRpcEndpoint"],
    ["text with 200", [200, "text/plain", "pong"], "notRpcEndpoint"],
    ["broken JSON", [200, json, '{"jsonrpc":"2.0","id":1,"res'], "malformed"],
    ["an empty answer", [200, json, ""], "malformed"],
    ["half JSON of another type", [200, "text/plain", '{"jsonrpc":"2.0","re'], "malformed"],
    ["a proxy of the network", [407], "proxyUnauthorized"],
    ["who has hung up", [499, "text/html", "<html>"], "unreachable"],
    ["a login page", [302, "text/html", ""], "notRpcEndpoint"],
    ["a crash", [500], "serverCrashed"],
    ["a crash behind a proxy", [500, "text/html", "<html>"], "serverCrashed"],
    ["a server of files", [501, "text/html", "<html>"], "notRpcEndpoint"],
    ["502", [502, "text/html", "<html>"], "unreachable"],
    ["503", [503], "unreachable"],
    ["504", [504], "unreachable"],
    ["a CDN without its origin", [521], "unreachable"],
    ["too many requests", [429], "busy"],
    ["too many requests, in a page", [429, "text/html", "<html>"], "busy"],
    ["a request that is too large", [413], "requestTooLarge"],
    [
      "a batch that is too large, said in JSON-RPC",
      [413, json, '{"jsonrpc":"2.0","error":{"code":-32600,"message":"RPC batch exceeds 100"}}'],
      "requestTooLarge",
    ],
    ...[403, 404, 408, 409, 422, 501, 503, 504].map(
      (status): [string, Parameters<typeof verdictOf>, string] => [
        `an error with ${status}`,
        [status, json, '{"jsonrpc":"2.0","id":1,"error":{"code":-32051}}'],
        "replies",
      ],
    ),
    ["a success with 404", [404, json, '{"jsonrpc":"2.0","id":1,"result":1}'], "notRpcEndpoint"],
    ["nothing where a response is due", [204], "notRpcEndpoint"],
    [
      "a POST taken for an upgrade",
      [400, json, '{"error":"Failed to upgrade to WebSocket","status":"error"}'],
      "postImpossible",
    ],
    ["another 400", [400, "text/html", "<html>"], "notRpcEndpoint"],
    ["another 400 in JSON", [400, json, "[]"], "notRpcEndpoint"],
  ];
  for (const [what, answer, expected] of cases) {
    it(`knows ${what}`, () => assert.equal(codeOf(...answer), expected));
  }

  it("hands on what was answered", () => {
    const verdict = verdictOf(200, json, '{"jsonrpc":"2.0","id":1,"result":5}');
    assert.deepEqual(verdict, { kind: "replies", replies: [{ id: 1, ok: true, result: 5 }] });
  });

  it("has the pause that a busy server requests", () => {
    for (const status of [429, 503]) {
      const headers = { "retry-after": "7" };
      const verdict = classifyResponse({ status, contentType: "", body: "", headers }, baseUrl);
      assert.ok(verdict.kind === "failed");
      assert.equal(verdict.failure.code, "busy");
      assert.equal(verdict.failure.retryAfterMs, 7000);
    }
    const silent = verdictOf(429);
    assert.ok(silent.kind === "failed");
    assert.equal(silent.failure.retryAfterMs, undefined);
  });

  it("reports the origin a redirect leads to, and no more", () => {
    const verdict = verdictOf(302, "", "", "https://login.example/?token=secret");
    assert.ok(verdict.kind === "failed");
    assert.match(verdict.failure.detail, /https:\/\/login\.example$/);
    const relative = verdictOf(302, "", "", "/login?token=secret");
    assert.ok(relative.kind === "failed");
    assert.doesNotMatch(relative.failure.detail, /secret/);
  });

  const factsOf = (
    status: number,
    headers: Readonly<Record<string, string>> = {},
    body = "",
  ): ResponseFacts | undefined => {
    const contentType = headers["content-type"] ?? "";
    const verdict = classifyResponse({ status, headers, contentType, body }, baseUrl);
    return verdict.kind === "failed" ? verdict.failure.response : undefined;
  };

  it("reports a proxy from Komari", () => {
    const html = { "content-type": "text/html" };
    assert.equal(factsOf(401, html, "<html>")?.isFromProxy, true);
    assert.equal(factsOf(401, { "www-authenticate": "Basic realm=x" })?.isFromProxy, true);
    assert.equal(factsOf(401, { "content-type": json }, rest("no"))?.isFromProxy, false);
    assert.equal(factsOf(401)?.isFromProxy, false);
    for (const status of [502, 503, 504, 520, 522, 530]) {
      assert.equal(factsOf(status)?.isFromProxy, true, String(status));
    }
    assert.equal(factsOf(503, { "content-type": json }, rest("starting"))?.isFromProxy, false);
    assert.equal(factsOf(504, {}, '{"message":"Endpoint request timed out"}')?.isFromProxy, true);
    assert.equal(factsOf(413, html, "<html>")?.isFromProxy, true);
    assert.equal(factsOf(413)?.isFromProxy, false);
  });

  it("knows the way to sign in that it asks for", () => {
    assert.equal(factsOf(401, { "www-authenticate": 'Basic realm="x"' })?.authScheme, "basic");
    assert.equal(factsOf(401)?.authScheme, undefined);
    const page = (body: string) => factsOf(200, { "content-type": "text/html" }, body);
    assert.equal(page("<title>Sign in to Acme</title>")?.asksToSignIn, true);
    assert.equal(page('<form><input type="password"></form>')?.asksToSignIn, true);
    assert.equal(page("<title>Komari</title>")?.asksToSignIn, false);
  });

  it("takes no more of a header than can be meant, into the log neither", () => {
    const long = "x".repeat(10_000);
    const facts = factsOf(401, { "www-authenticate": `${long} realm=x` });
    assert.equal(facts?.authScheme?.length, 100);
    assert.equal(factsOf(302, { location: `https://${long}/` })?.redirectOrigin, undefined);
    const verdict = verdictOf(302, long, "", `https://${long}/`);
    assert.ok(verdict.kind === "failed" && verdict.failure.detail.length < 300);
  });

  it("knows where it redirects to, and whether that is a sign-in", () => {
    const redirect = (location: string) => factsOf(302, { location });
    const sso = redirect("https://sso.example.com/start?rd=secret");
    assert.deepEqual([sso?.redirectOrigin, sso?.asksToSignIn], ["https://sso.example.com", true]);
    assert.equal(redirect("/login?next=/api")?.redirectOrigin, undefined);
    for (const location of [
      "/login",
      "/oauth2/start?rd=/",
      "/outpost.goauthentik.io/auth/",
      "../signin",
    ]) {
      assert.equal(redirect(location)?.asksToSignIn, true, location);
    }
    for (const location of ["/komari/", "https://home.example.org/authors", "/api/?next=/login"]) {
      assert.equal(redirect(location)?.asksToSignIn, false, location);
    }
  });

  it("knows a page that checks for a browser", () => {
    const html = { "content-type": "text/html" };
    assert.equal(factsOf(403, html, "<title>Just a moment...</title>")?.isChallenge, true);
    assert.equal(factsOf(403, { "cf-mitigated": "challenge" })?.isChallenge, true);
    assert.equal(factsOf(403, html, "<title>403 Forbidden</title>")?.isChallenge, false);
  });

  const httpsUrlOf = (status: number, location: string | undefined, body = "", base = baseUrl) => {
    const headers = location === undefined ? {} : { location };
    const verdict = classifyResponse({ status, contentType: "", body, headers }, base);
    return verdict.kind === "failed" ? verdict.failure.httpsUrl : undefined;
  };

  it("has the URL to use where HTTP is redirected to HTTPS of the same host, without its query", () => {
    for (const status of [301, 302, 307, 308]) {
      assert.equal(
        httpsUrlOf(status, "https://home.example.com/komari/api/rpc2?token=secret"),
        "https://home.example.com/komari",
      );
    }
    assert.equal(
      httpsUrlOf(301, "https://home.example.com:8443/", "", "http://home.example.com"),
      "https://home.example.com:8443",
    );
    for (const location of ["https://sso.example.com/", "http://home.example.com/", "/login"]) {
      assert.equal(httpsUrlOf(302, location), undefined);
    }
    const secure = "https://home.example.com";
    assert.equal(httpsUrlOf(302, "https://home.example.com:1/", "", secure), undefined);
  });

  it("has the URL to use where a port for HTTPS was asked over HTTP", () => {
    for (const words of [
      "Client sent an HTTP request to an HTTPS server.",
      "<center>The plain HTTP request was sent to HTTPS port</center>",
      "Reason: You're speaking plain HTTP to an SSL-enabled server port.",
    ]) {
      assert.equal(httpsUrlOf(400, undefined, words), "https://home.example.com:8080/komari");
    }
    const [words] = ["Client sent an HTTP request to an HTTPS server."];
    assert.equal(httpsUrlOf(400, undefined, words, "http://[::1]"), "https://[::1]:80");
    assert.equal(httpsUrlOf(400, undefined, "bad request"), undefined);
  });
});
