import assert from "node:assert/strict";
import { problemText } from "../../../../../src/features/servers/text/problemText";
import { problemOf } from "../../../../../src/komari/problem";
import { toLocalError } from "../../../../../src/rpc/failure";
import { classifyAnswer } from "../../../../../src/rpc/httpAnswer";

interface Response {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** What people read of a response in place of an answer. */
function textOf({ status, headers = {}, body = "" }: Response, server?: string): string {
  const contentType = body.startsWith("<") ? "text/html" : "";
  const verdict = classifyAnswer({ status, headers, contentType, body });
  assert.ok(verdict.kind === "failed");
  return problemText(problemOf(toLocalError(verdict.failure), { kind: "guest" }), server).message;
}

const page = "<html><title>x</title></html>";

describe("responseText: who spoke, and what to do", () => {
  const cases: [Response, string][] = [
    [{ status: 502, body: page }, "A proxy in front of Home cannot reach it (HTTP 502)."],
    [{ status: 503, body: page }, "A proxy in front of Home reports it as unavailable (HTTP 503)."],
    [{ status: 504 }, "A proxy in front of Home got no response from it in time (HTTP 504)."],
    [{ status: 522 }, "A proxy in front of Home reports HTTP 522."],
    [
      { status: 401, headers: { "www-authenticate": "Basic realm=x" } },
      "A proxy in front of Home requires HTTP Basic authentication, which is not supported.",
    ],
    [
      { status: 401, body: page },
      "A proxy in front of Home requires its own sign-in (HTTP 401), which is not supported.",
    ],
    [
      { status: 200, body: "<title>Log in</title>" },
      "A proxy in front of Home requires its own sign-in (HTTP 200), which is not supported.",
    ],
    [
      { status: 413, body: page },
      "The request is larger than a proxy in front of Home allows (HTTP 413).",
    ],
    [{ status: 413 }, "Home does not accept requests of this size."],
    [
      { status: 301, headers: { location: "https://home.example.com/api/rpc2" } },
      "Home redirects to https://home.example.com. If that is the same site, use that URL; if it is a sign-in page of a proxy, that is not supported.",
    ],
    [
      { status: 400, body: "Client sent an HTTP request to an HTTPS server." },
      "Home requires HTTPS. Change its URL to https://.",
    ],
    [
      { status: 404, body: page },
      "Home responded, but is not a Komari site. Check the URL and its path.",
    ],
    [{ status: 401 }, "Home is private. Sign in to see it."],
  ];
  for (const [response, text] of cases) {
    it(`of HTTP ${response.status}: ${text}`, () => assert.equal(textOf(response, "Home"), text));
  }

  it("reads well without a name", () => {
    assert.equal(
      textOf({ status: 502 }),
      "A proxy in front of the server cannot reach it (HTTP 502).",
    );
    assert.match(
      textOf({ status: 301, headers: { location: "https://a.b/" } }),
      /^The server redirects/,
    );
  });
});
