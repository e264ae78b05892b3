import assert from "node:assert/strict";
import { createServer, type RequestListener } from "node:http";
import { type AddressInfo } from "node:net";
import { createServerProbe } from "../../../../src/features/servers/serverProbe";
import { problemText } from "../../../../src/features/text/problemText";

const guest = { kind: "guest" } as const;
const probe = createServerProbe(() => 1_000_000);
const signal = () => new AbortController().signal;

/** Runs `task` against a site that responds to everything with `listener`. */
async function withSite<T>(listener: RequestListener, task: (baseUrl: string) => Promise<T>) {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  try {
    return await task(`http://127.0.0.1:${port}`);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

const html: RequestListener = (_request, response) => {
  response.setHeader("Content-Type", "text/html").end("<html></html>");
};

describe("createServerProbe", () => {
  it("returns why a closed port cannot be reached, and never rejects", async () => {
    const baseUrl = await withSite(html, (url) => Promise.resolve(url));
    const target = { baseUrl, tls: {} };
    const inspection = await probe.inspect(target, guest, signal());
    assert.ok(!inspection.ok);
    assert.equal(
      problemText(inspection.problem).message,
      "The server cannot be reached: connection refused.",
    );
    const login = await probe.login(target, { username: "a", password: "b" }, signal());
    assert.ok(!login.ok && login.reason === "problem" && login.problem.code === "unreachable");
    assert.equal((await probe.logout(target, "token"))?.code, "unreachable");
  });

  it("knows a site that is not Komari", async () => {
    const inspection = await withSite(html, (baseUrl) =>
      probe.inspect({ baseUrl, tls: {} }, guest, signal()),
    );
    assert.ok(!inspection.ok);
    assert.equal(inspection.problem.code, "notRpcEndpoint");
  });

  it("aborts with its signal", async () => {
    const controller = new AbortController();
    const inspection = await withSite(
      () => controller.abort(),
      (baseUrl) => probe.inspect({ baseUrl, tls: {} }, guest, controller.signal),
    );
    assert.ok(!inspection.ok);
    assert.equal(inspection.problem.code, "aborted");
  });

  it("logs in and out", async () => {
    const seen: string[] = [];
    const site: RequestListener = (request, response) => {
      seen.push(`${request.method ?? ""} ${request.url ?? ""} ${request.headers.cookie ?? ""}`);
      if (request.method === "GET") response.writeHead(302, { Location: "/" }).end();
      else {
        const data = { "set-cookie": { session_token: "t0k3n" } };
        response
          .setHeader("Content-Type", "application/json")
          .end(JSON.stringify({ status: "success", message: "", data }));
      }
    };
    await withSite(site, async (url) => {
      const target = { baseUrl: `${url}/komari`, tls: {} };
      const result = await probe.login(target, { username: "a", password: "b" }, signal());
      assert.deepEqual(result, { ok: true, token: "t0k3n" });
      assert.equal(await probe.logout(target, "t0k3n"), undefined);
    });
    assert.deepEqual(seen, [
      "POST /komari/api/login ",
      "GET /komari/api/logout session_token=t0k3n",
    ]);
  });
});
