import assert from "node:assert/strict";
import { type ProblemText, problemText } from "../../../../src/features/text/problemText";
import { problemOf } from "../../../../src/komari/problem";
import { toLocalError } from "../../../../src/rpc/failure";
import { classifyResponse } from "../../../../src/rpc/classifyResponse";

interface Response {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** What people read of a response in place of a result. */
function textOf({ status, headers = {}, body = "" }: Response, server?: string): ProblemText {
  const contentType = headers["content-type"] ?? (body.startsWith("<") ? "text/html" : "");
  const answer = { status, headers, contentType, body };
  const verdict = classifyResponse(answer, "http://home.example.com:8080/komari");
  assert.ok(verdict.kind === "failed");
  return problemText(problemOf(toLocalError(verdict.failure), { kind: "guest" }), server);
}

const page = "<html><title>x</title></html>";
const json = { "content-type": "application/json" };
const asks = (scheme: string) => ({ "www-authenticate": scheme });
const to = (location: string) => ({ location });
const checkUrl = "Check the URL and its path.";
const noSignIn = "which is not supported.";

const cases: Readonly<Record<string, readonly [Response, string][]>> = {
  "a server that requires HTTPS": [
    [
      { status: 301, headers: to("https://home.example.com/komari/api/rpc2") },
      "Home requires HTTPS. Use https://home.example.com/komari.",
    ],
    [
      { status: 308, headers: to("https://home.example.com:8443/komari/api/rpc2") },
      "Home requires HTTPS. Use https://home.example.com:8443/komari.",
    ],
    [
      { status: 400, body: "Client sent an HTTP request to an HTTPS server." },
      "Home requires HTTPS. Use https://home.example.com:8080/komari.",
    ],
  ],
  "another redirect": [
    [
      { status: 301, headers: to("https://www.example.com/komari/api/rpc2") },
      "Home redirects to https://www.example.com (HTTP 301). If that is the same site, use that URL.",
    ],
    [
      { status: 307, headers: to("/elsewhere") },
      `Home redirects to another path (HTTP 307). ${checkUrl}`,
    ],
  ],
  "a sign-in": [
    [
      { status: 302, headers: to("https://sso.example.com/login?rd=secret") },
      `A proxy in front of Home requires a sign-in at https://sso.example.com (HTTP 302), ${noSignIn}`,
    ],
    [
      { status: 303, headers: to("/oauth2/start") },
      `A proxy in front of Home requires its own sign-in (HTTP 303), ${noSignIn}`,
    ],
    [
      { status: 200, body: "<title>Log in</title>" },
      `A proxy in front of Home requires its own sign-in (HTTP 200), ${noSignIn}`,
    ],
    [
      { status: 401, body: page },
      `A proxy in front of Home requires its own sign-in (HTTP 401), ${noSignIn}`,
    ],
    ...["Basic", "Bearer", "Digest", "Negotiate", "NTLM"].map((scheme): [Response, string] => [
      { status: 401, headers: asks(`${scheme} realm="x"`) },
      `A proxy in front of Home requires HTTP ${scheme} authentication (HTTP 401), ${noSignIn}`,
    ]),
    [
      { status: 401, headers: asks("<b>odd</b>") },
      `A proxy in front of Home requires its own sign-in (HTTP 401), ${noSignIn}`,
    ],
    [
      { status: 407, headers: { "proxy-authenticate": "Basic" } },
      "The proxy of your network requires a sign-in (HTTP 407). Check the proxy settings of VS Code.",
    ],
    [
      { status: 511, body: page },
      "Your network requires a sign-in (HTTP 511). Open a web page in a browser.",
    ],
    [{ status: 401 }, "Home is private. Sign in to see it."],
  ],
  "a firewall": [
    [
      { status: 403, body: page },
      "A proxy or firewall in front of Home refused the request (HTTP 403).",
    ],
    [
      { status: 403 },
      "Home refused the request (HTTP 403). A firewall or proxy may be in the way.",
    ],
    ...[403, 429, 503].map((status): [Response, string] => [
      { status, body: "<title>Just a moment...</title>" },
      `A proxy or firewall in front of Home requires a check in a browser (HTTP ${status}), which is not supported. Exempt /api/rpc2 from it.`,
    ]),
  ],
  "a proxy that refuses": [
    [
      { status: 400, body: "<title>400 No required SSL certificate was sent</title>" },
      `A proxy in front of Home requires a client certificate (HTTP 400), ${noSignIn}`,
    ],
    ...[400, 421, 451].map((status): [Response, string] => [
      { status, body: page },
      `A proxy in front of Home refused the request (HTTP ${status}).`,
    ]),
    [{ status: 418 }, `Home responded with HTTP 418, but not as a Komari site. ${checkUrl}`],
  ],
  "a wrong place": [
    ...[page, "404 page not found"].map((body): [Response, string] => [
      { status: 404, body },
      "Home was not found at its URL (HTTP 404). Check the URL and its path, or the proxy in front of it.",
    ]),
    ...[405, 501].map((status): [Response, string] => [
      { status, body: page },
      `Home does not accept requests at this URL (HTTP ${status}). ${checkUrl}`,
    ]),
    [
      { status: 200, body: page },
      `Home responded with a web page (HTTP 200), not as a Komari site. ${checkUrl}`,
    ],
    [
      { status: 200, headers: json, body: '{"hello":1}' },
      `Home responded with HTTP 200, but not as a Komari site. ${checkUrl}`,
    ],
  ],
  "a limit": [
    ...[413, 414, 431].map((status): [Response, string] => [
      { status, body: page },
      `The request is larger than a proxy in front of Home allows (HTTP ${status}).`,
    ]),
    [{ status: 413 }, "The request is larger than Home allows (HTTP 413)."],
    [
      { status: 429, headers: { "retry-after": "90" }, body: page },
      "A proxy in front of Home accepts no more requests for now (HTTP 429). Try again in 90 s.",
    ],
    [
      {
        status: 429,
        headers: {
          date: "Tue, 01 Dec 2026 03:00:00 GMT",
          "retry-after": "Tue, 01 Dec 2026 03:10:00 GMT",
        },
      },
      "Home accepts no more requests for now (HTTP 429). Try again in 10 min.",
    ],
    [{ status: 429 }, "Home accepts no more requests for now (HTTP 429). Try again in a moment."],
    [
      { status: 503, headers: { "retry-after": "5" }, body: page },
      "A proxy in front of Home reports it as unavailable (HTTP 503). Try again in 5 s.",
    ],
  ],
  "a gateway": [
    [{ status: 408 }, "A proxy in front of Home gave up waiting (HTTP 408)."],
    [{ status: 499 }, "A proxy in front of Home reports HTTP 499."],
    [{ status: 500, body: page }, "A proxy in front of Home reports HTTP 500."],
    [{ status: 500 }, "Home failed to process the request (HTTP 500)."],
    [{ status: 502, body: page }, "A proxy in front of Home cannot reach it (HTTP 502)."],
    [{ status: 503 }, "A proxy in front of Home reports it as unavailable (HTTP 503)."],
    [
      { status: 504, headers: json, body: '{"message":"Endpoint request timed out"}' },
      "A proxy in front of Home got no response from it in time (HTTP 504).",
    ],
    [
      { status: 503, headers: json, body: '{"status":"error","message":"starting"}' },
      "Home reports HTTP 503.",
    ],
  ],
  "a CDN": [
    [{ status: 520 }, "A CDN in front of Home got an invalid response from it (HTTP 520)."],
    [{ status: 521 }, "A CDN in front of Home was refused a connection to it (HTTP 521)."],
    [{ status: 522 }, "A CDN in front of Home could not connect to it in time (HTTP 522)."],
    [{ status: 523 }, "A CDN in front of Home cannot find it (HTTP 523)."],
    [{ status: 524 }, "A CDN in front of Home got no response from it in time (HTTP 524)."],
    [{ status: 525 }, "A CDN in front of Home cannot connect to it securely (HTTP 525)."],
    [{ status: 526 }, "A CDN in front of Home cannot connect to it securely (HTTP 526)."],
    [{ status: 527 }, "A CDN in front of Home reports HTTP 527."],
    [{ status: 530, body: page }, "A CDN in front of Home cannot find it (HTTP 530)."],
  ],
  "what is garbled": [
    [
      { status: 200, headers: json, body: '{"jsonrpc":"2.0","id":1,"res' },
      "Home sent a response that is cut off or garbled (HTTP 200).",
    ],
    [
      { status: 200, body: '{"jsonrpc":"2.0","id":1,"res' },
      "Home sent a response that is cut off or garbled (HTTP 200).",
    ],
    [{ status: 200, headers: json }, "Home sent an empty response (HTTP 200)."],
    [{ status: 200 }, "Home sent an empty response (HTTP 200)."],
    [{ status: 204 }, "Home sent an empty response (HTTP 204)."],
  ],
};

describe("responseText", () => {
  for (const [kind, responses] of Object.entries(cases)) {
    for (const [response, text] of responses) {
      it(`names ${kind}: HTTP ${response.status}: ${text}`, () => {
        assert.equal(textOf(response, "Home").message, text);
        // Servers are not always named, as while their URL is typed.
        assert.match(textOf(response).message, /^(?!.*\bHome\b)[A-Z].*[.]$/s);
      });
    }
  }

  it("proposes the URL of HTTPS as the remedy, and otherwise none", () => {
    const secure = textOf({ status: 301, headers: to("https://home.example.com/") });
    assert.deepEqual([secure.remedy, secure.url], ["edit", "https://home.example.com/komari"]);
    const other = textOf({ status: 301, headers: to("https://example.com/") });
    assert.deepEqual([other.remedy, other.url], ["edit", undefined]);
  });
});
