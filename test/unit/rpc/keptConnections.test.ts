import assert from "node:assert/strict";
import { once } from "node:events";
import * as http from "node:http";
import { type AddressInfo, type Socket } from "node:net";
import { RpcClient } from "../../../src/rpc/client";
import { type RpcError } from "../../../src/rpc/errors";
import { HttpTransport } from "../../../src/rpc/httpTransport";
import { systemClock } from "../../../src/util/clock";
import { rejectsWith } from "../../builders/rejectsWith";
import { anEndpoint } from "../../builders/rpcEndpoint";
import { echo } from "../../builders/rpcServer";

const read = { route: "bulk", readOnly: true } as const;
const many = Array.from({ length: 8 }, (_, index) => index);

/** Once `isCutting`, it cuts every connection that it has served before, as it is used again. */
class CuttingServer {
  readonly seen: string[] = [];
  isCutting = false;
  readonly #served = new Set<Socket>();
  readonly #server = http.createServer((request, response) => {
    const { socket } = request;
    if (this.isCutting && this.#served.has(socket)) {
      socket.resetAndDestroy();
      return;
    }
    this.#served.add(socket);
    let body = "";
    request.on("data", (chunk: Buffer) => (body += chunk.toString()));
    request.on("end", () => {
      this.seen.push(body);
      response.setHeader("Content-Type", "application/json").end(echo(body));
    });
  });

  async listen(): Promise<string> {
    this.#server.listen(0, "127.0.0.1");
    await once(this.#server, "listening");
    const address = this.#server.address() as AddressInfo;
    return `http://127.0.0.1:${address.port}`;
  }

  close(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }
}

describe("Connections kept for further requests", () => {
  let server: CuttingServer;
  let client: RpcClient;
  let baseUrl: string;
  beforeEach(async () => {
    server = new CuttingServer();
    baseUrl = await server.listen();
    client = new RpcClient(anEndpoint(baseUrl));
    await Promise.all(many.map((each) => client.call("m", [each], read)));
    server.isCutting = true;
  });
  afterEach(() => {
    client.dispose();
    server.close();
  });

  it("that were all closed fail no call that reads", async () => {
    for (const each of many) assert.deepEqual(await client.call("m", [each], read), [each]);
    const outcomes = await client.batch([{ method: "m", params: [1] }], { readOnly: true });
    assert.deepEqual(outcomes, [{ ok: true, result: [1] }]);
  });

  it("that were all closed fail no call of several at once that read", async () => {
    const results = await Promise.all(many.map((each) => client.call("m", [each], read)));
    assert.deepEqual(
      results,
      many.map((each) => [each]),
    );
  });

  it("that were closed fail no read that is too large for a socket", async () => {
    const large = "x".repeat(100_000);
    assert.deepEqual(await client.call("m", [large], read), [large]);
  });

  it("fail a call that may change something, which is not sent twice, and none after it", async () => {
    await rejectsWith(client.call("m", ["write"], {}), "connectionLost");
    assert.deepEqual(await client.call("m", ["next"], {}), ["next"]);
    assert.equal(server.seen.filter((body) => body.includes("write")).length, 0);
  });

  it("fail no ping that asks whether POST works", async () => {
    const transport = new HttpTransport(anEndpoint(baseUrl), systemClock);
    const probe = (): Promise<"works" | RpcError | undefined> =>
      transport.probe({ timeoutMs: 5_000 });
    server.isCutting = false;
    assert.equal(await probe(), "works");
    server.isCutting = true;
    assert.equal(await probe(), "works");
    transport.close({ code: "disposed", detail: "" });
  });
});
