import assert from "node:assert/strict";
import * as zlib from "node:zlib";
import { CallDeadline } from "../../../src/rpc/callDeadline";
import { httpRequest, sendFollowing } from "../../../src/rpc/httpRequest";
import { systemClock } from "../../../src/util/clock";
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

  /** What a filter that keeps nothing is given. */
  const filtered = () => {
    const deadline = new CallDeadline(systemClock, 60_000, undefined);
    const filter = { held: 0, write: () => undefined, finish: () => undefined };
    const endpoint = anEndpoint(server.baseUrl, { maxResponseBytes: 10_000 });
    return sendFollowing(
      endpoint,
      { method: "POST", path: "/api/rpc2" },
      undefined,
      deadline,
      () => filter,
    );
  };

  const response = (encoding: string | undefined, body: Buffer) => {
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
    ["Deflate", (body) => zlib.deflateRawSync(body)],
    ["deflate", (body) => zlib.deflateRawSync(body, { level: 0 })],
    ["deflate", (body) => zlib.gzipSync(body)],
    ["deflate, gzip", (body) => zlib.gzipSync(zlib.deflateRawSync(body))],
    ["identity, GZIP,", (body) => zlib.gzipSync(body)],
    ["br", (body) => zlib.brotliCompressSync(body)],
    ["identity", (body) => body],
    ["br, gzip", (body) => zlib.gzipSync(zlib.brotliCompressSync(body))],
  ];
  for (const [encoding, encode] of encodings) {
    it(`is unpacked from ${encoding} (${encode(Buffer.from("a")).toString("hex")}) and has no byte order mark`, async () => {
      for (const plain of [text, ""]) {
        response(encoding, encode(Buffer.from(plain)));
        assert.equal((await request()).body, plain);
        response(encoding, encode(Buffer.concat([byteOrderMark, Buffer.from(plain)])));
        assert.equal((await request()).body, plain);
      }
    });
  }

  it("keeps texts that are shorter than a byte order mark, and marks within", async () => {
    for (const plain of ["", "0", "é", "x\ufeff"]) {
      response(undefined, Buffer.from(plain));
      assert.equal((await request()).body, plain);
    }
  });

  it("is limited as it is unpacked, in whatever it was packed", async () => {
    const bomb = Buffer.alloc(1_000_000, 32);
    for (const [encoding, encode] of encodings) {
      response(encoding, encode(bomb));
      await rejectsWith(request(), "tooLarge");
    }
  });

  it("may be empty though an encoding is named", async () => {
    for (const [encoding] of encodings) {
      response(encoding, Buffer.alloc(0));
      assert.equal((await request()).body, "", encoding);
    }
  });

  it("may be packed in parts, and be followed by blank bytes", async () => {
    const [start, end] = [text.slice(0, 9), text.slice(9)].map((part) => zlib.gzipSync(part));
    response("gzip", Buffer.concat([start ?? Buffer.alloc(0), end ?? Buffer.alloc(0)]));
    assert.equal((await request()).body, text);
    response("gzip", Buffer.concat([zlib.gzipSync(text), Buffer.alloc(9)]));
    assert.equal((await request()).body, text);
    for (const pack of [zlib.deflateSync, zlib.deflateRawSync]) {
      response("deflate", Buffer.concat([pack(text), Buffer.alloc(9)]));
      assert.equal((await request()).body, text);
    }
  });

  it("is too large where it was packed to keep a filter busy", async () => {
    const blanks = Buffer.alloc(20_000_000, 32);
    for (const [encoding, pack] of [
      ["gzip", zlib.gzipSync],
      ["br", zlib.brotliCompressSync],
      ["deflate", zlib.deflateRawSync],
    ] as const) {
      response(encoding, pack(blanks));
      const outcome = await filtered();
      assert.equal("code" in outcome && outcome.code, "tooLarge", encoding);
    }
  });

  it("is malformed where it cannot be unpacked", async () => {
    const packed = zlib.gzipSync(Buffer.from(text));
    response("gzip", Buffer.from(text));
    await rejectsWith(request(), "malformed");
    response("gzip", packed.subarray(0, packed.length - 9));
    await rejectsWith(request(), "malformed");
    for (const pack of [zlib.deflateSync, zlib.deflateRawSync, zlib.brotliCompressSync]) {
      const cut = pack(text).subarray(0, -5);
      response(pack === zlib.brotliCompressSync ? "br" : "deflate", cut);
      await rejectsWith(request(), "malformed");
    }
    for (const encoding of ["br", "deflate"]) {
      response(encoding, Buffer.from(text));
      await rejectsWith(request(), "malformed");
    }
    response("zstd", packed);
    await rejectsWith(request(), "malformed");
  });
});
