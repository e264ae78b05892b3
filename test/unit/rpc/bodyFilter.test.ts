import assert from "node:assert/strict";
import { type BodyFilter } from "../../../src/rpc/bodyFilter";
import { RpcLocalError } from "../../../src/rpc/errors";
import { HttpTransport } from "../../../src/rpc/httpTransport";
import { systemClock } from "../../../src/util/clock";
import { rejectsWith } from "../../builders/rejectsWith";
import { anEndpoint } from "../../builders/rpcEndpoint";
import { type RpcServer, startRpcServer } from "../../builders/rpcServer";

const limits = { timeoutMs: 5000 };
const rows = "r".repeat(1000);
const response = `{"jsonrpc":"2.0","id":1,"result":[${rows}]}`;

/** Takes every "r" of `rows` out, and counts them. */
function takeRows(): BodyFilter {
  let taken = 0;
  return {
    write: (chunk) => {
      const rest = chunk.toString().replaceAll(/r{2,}/g, (found) => {
        taken += found.length;
        return "";
      });
      return rest === "" ? undefined : Buffer.from(rest);
    },
    finish: (result) => ({ taken, result }),
  };
}

describe("a filter of HTTP bodies", () => {
  let server: RpcServer;
  let transport: HttpTransport;
  const call = (filter: () => BodyFilter, signal?: AbortSignal) =>
    transport.call("m", undefined, { ...limits, signal, filter });

  beforeEach(async () => {
    server = await startRpcServer({ knobs: { answer: () => response } });
    transport = new HttpTransport(
      anEndpoint(server.baseUrl, { maxResponseBytes: 200 }),
      systemClock,
    );
  });
  afterEach(async () => {
    transport.close({ code: "disposed", detail: "" });
    await server.close();
  });

  it("makes the result, and only what it leaves counts for the size limit", async () => {
    assert.deepEqual(await call(takeRows), { taken: 1000, result: [] });
    await rejectsWith(transport.call("m", undefined, limits), "tooLarge");
    await rejectsWith(
      call(() => ({ ...takeRows(), write: (chunk) => chunk })),
      "tooLarge",
    );
  });

  it("may hold back bytes, which count like those it leaves", async () => {
    const holding = (held: number) => () => ({ ...takeRows(), held });
    const left = response.length - rows.length;
    assert.deepEqual(await call(holding(200 - left)), { taken: 1000, result: [] });
    await rejectsWith(call(holding(201 - left)), "tooLarge");
  });

  it("may leave nothing of a piece", async () => {
    server.answer = () => "r".repeat(300_000) + response;
    assert.deepEqual(await call(takeRows), { taken: 301_000, result: [] });
  });

  it("sees no bodies but those of status 200", async () => {
    const none = () => assert.fail("no filter is needed");
    const replies = [
      [{ status: 401, body: '{"status":"error","message":""}' }, "unauthorized"],
      [{ status: 404, body: '{"message":"Not found in install mode"}' }, "installing"],
      [{ status: 307, headers: { Location: "/elsewhere" } }, "notRpcEndpoint"],
    ] as const;
    for (const [reply, code] of replies) {
      server.plain = () => reply;
      await rejectsWith(call(none), code);
    }
  });

  it("follows a redirect without", async () => {
    server.plain = ({ path }) =>
      path === "/elsewhere" ? undefined : { status: 307, headers: { Location: "/elsewhere" } };
    assert.deepEqual(await call(takeRows), { taken: 1000, result: [] });
  });

  it("leaves it to the usual judgement what is no response", async () => {
    server.plain = () => ({
      status: 200,
      headers: { "Content-Type": "text/html" },
      body: "<html></html>",
    });
    await rejectsWith(call(takeRows), "notRpcEndpoint");
    server.plain = () => ({
      status: 200,
      headers: { "Content-Type": "application/json" },
      body: response.slice(0, -5),
    });
    await rejectsWith(call(takeRows), "malformed");
  });

  it("ends the call by throwing, with its own code or as malformed", async () => {
    const throwing = (error: Error): BodyFilter => ({
      write: () => {
        throw error;
      },
      finish: () => undefined,
    });
    await rejectsWith(
      call(() => throwing(new RpcLocalError("tooLarge", "too many rows"))),
      "tooLarge",
    );
    await rejectsWith(
      call(() => throwing(new Error("a bug"))),
      "malformed",
    );
    const finish = () => {
      throw new RpcLocalError("malformed", "no rows");
    };
    await rejectsWith(
      call(() => ({ ...takeRows(), finish })),
      "malformed",
    );
  });

  it("rests once the call is given up", async () => {
    server.answer = () => "r".repeat(1_000_000);
    const controller = new AbortController();
    let pieces = 0;
    let hungUp: Promise<void> | undefined;
    const write = () => {
      pieces += 1;
      // What is still being written then ends in an error on the other side.
      hungUp ??= server.nextDisconnect().catch(() => undefined);
      controller.abort();
      return undefined;
    };
    await rejectsWith(
      call(() => ({ ...takeRows(), write }), controller.signal),
      "aborted",
    );
    await hungUp;
    assert.equal(pieces, 1);
  });
});
