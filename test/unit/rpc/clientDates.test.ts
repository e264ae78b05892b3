import assert from "node:assert/strict";
import { RpcClient } from "../../../src/rpc/client";
import { type DatedResponse } from "../../../src/rpc/responseDate";
import { FakeClock } from "../../builders/fakeClock";
import { anEndpoint } from "../../builders/rpcEndpoint";
import { echo, type RpcServer, startRpcServer } from "../../builders/rpcServer";

const headers = {
  "Content-Type": "application/json",
  Date: "Thu, 01 Jan 2026 12:00:00 GMT",
};
const date = Date.UTC(2026, 0, 1, 12);

describe("RpcClient: dates of responses", () => {
  let server: RpcServer;
  let dates: DatedResponse[];
  let client: RpcClient;
  const clock = new FakeClock(1_000);

  beforeEach(async () => {
    server = await startRpcServer();
    dates = [];
    client = new RpcClient(anEndpoint(server.baseUrl), {
      clock,
      onDate: (response) => dates.push(response),
    });
  });
  afterEach(async () => {
    client.dispose();
    await server.close();
  });

  it("come with every POST, with the times of request and response", async () => {
    server.plain = ({ body }) => {
      clock.advance(300);
      return { status: 200, headers, body: echo(body) };
    };
    await client.call("m", undefined, { route: "bulk" });
    assert.deepEqual(dates, [{ date, sentAt: 1_000, receivedAt: 1_300 }]);
  });

  it("come with responses that refuse, too", async () => {
    server.plain = () => ({ status: 502, headers });
    await assert.rejects(client.call("m", undefined, { route: "bulk" }));
    assert.equal(dates[0]?.date, date);
  });

  it("come with the upgrade to a socket", async () => {
    server.upgradeHeaders = { Date: headers.Date };
    const opened = new Promise<void>((resolve) => {
      client.onDidChangeState(({ kind }) => {
        if (kind === "open") resolve();
      });
    });
    client.connect();
    await opened;
    assert.deepEqual(
      dates.map((response) => response.date),
      [date],
    );
  });
});
