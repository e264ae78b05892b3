import assert from "node:assert/strict";
import * as zlib from "node:zlib";
import { httpRequest } from "../../../src/rpc/httpRequest";
import { rejectsWith } from "../../builders/rejectsWith";
import { anEndpoint } from "../../builders/rpcEndpoint";
import { type RpcServer, startRpcServer } from "../../builders/rpcServer";

const byteOrderMark = Buffer.from("\ufeff");
const text = '{"jsonrpc":"2.0","result":"é"}';

describe("The body of a response", () => {
  let server: RpcServer;
  beforeEach(async () => {
    server = await startRpcServer();
  });
  afterEach(() => server.close());

  const request = (maxResponseBytes = 10_000) =>
    httpRequest(anEndpoint(server.baseUrl, { maxResponseBytes }), {
      method: "POST",
      path: "/api/rpc2",
      timeoutMs: 5_000,
    });

  const answer = (encoding: string | undefined, body: Buffer) => {
    server.plain = () => ({
      status: 200,
      headers: encoding === undefined ? {} : { "Content-Encoding": encoding },
      body,
    });
  };

  const encodings: [string, (body: Buffer) => Buffer][] = [
    ["gzip", (body) => zlib.gzipSync(body)],
    ["X-GZIP", (body) => zlib.gzipSync(body)],
    ["deflate", (body) => zlib.deflateSync(body)],
    ["br", (body) => zlib.brotliCompressSync(body)],
    ["identity", (body) => body],
    ["br, gzip", (body) => zlib.gzipSync(zlib.brotliCompressSync(body))],
  ];
  for (const [encoding, encode] of encodings) {
    it(`is unpacked from ${encoding} and has no byte order mark`, async () => {
      for (const plain of [text, ""]) {
        answer(encoding, encode(Buffer.from(plain)));
        assert.equal((await request()).body, plain);
        answer(encoding, encode(Buffer.concat([byteOrderMark, Buffer.from(plain)])));
        assert.equal((await request()).body, plain);
      }
    });
  }

  it("keeps texts that are shorter than a byte order mark, and marks within", async () => {
    for (const plain of ["", "0", "é", "x\ufeff"]) {
      answer(undefined, Buffer.from(plain));
      assert.equal((await request()).body, plain);
    }
  });

  it("is limited as it is unpacked, in whatever it was packed", async () => {
    const bomb = Buffer.alloc(1_000_000, 32);
    for (const [encoding, encode] of encodings) {
      answer(encoding, encode(bomb));
      await rejectsWith(request(), "tooLarge");
    }
  });

  it("is malformed where it cannot be unpacked", async () => {
    const packed = zlib.gzipSync(Buffer.from(text));
    answer("gzip", Buffer.from(text));
    await rejectsWith(request(), "malformed");
    answer("gzip", packed.subarray(0, packed.length - 9));
    await rejectsWith(request(), "malformed");
    answer("br", Buffer.from(text));
    await rejectsWith(request(), "malformed");
    answer("zstd", packed);
    await rejectsWith(request(), "malformed");
  });
});
