import assert from "node:assert/strict";
import { encodeBatch, encodeRequest, parseMessage, parseMessages } from "../../../src/rpc/message";
import { RawJson } from "../../../src/json/rawJson";

describe("encodeRequest", () => {
  it("writes named and positional params", () => {
    assert.equal(
      encodeRequest(1, { method: "a:b", params: { x: 1 } }),
      '{"jsonrpc":"2.0","id":1,"method":"a:b","params":{"x":1}}',
    );
    assert.equal(
      encodeRequest(2, { method: "a", params: [1, "é"] }),
      '{"jsonrpc":"2.0","id":2,"method":"a","params":[1,"é"]}',
    );
  });

  it("leaves absent params out", () => {
    assert.equal(encodeRequest(1, { method: "a" }), '{"jsonrpc":"2.0","id":1,"method":"a"}');
  });
});

describe("raw params", () => {
  const raw = new RawJson('{ "limit": 9007199254740993,\n"1": 1e400 }');

  it("are written as they are, in a request and in a batch", () => {
    const params = `"params":${raw.text}`;
    const request = `{"jsonrpc":"2.0","id":7,"method":"a",${params}}`;
    assert.equal(encodeRequest(7, { method: "a", params: raw }), request);
    assert.equal(encodeBatch(7, [{ method: "a", params: raw }]), `[${request}]`);
  });

  it("must be one value, or they would make another call", () => {
    for (const text of ["", "{", "[1,]", '{},"method":"b"', "1 2", "undefined"]) {
      const call = { method: "a", params: new RawJson(text) };
      assert.throws(() => encodeRequest(1, call), SyntaxError, text);
    }
  });
});

describe("encodeBatch", () => {
  it("counts ids up and writes an array even for one", () => {
    assert.equal(encodeBatch(7, [{ method: "a" }]), '[{"jsonrpc":"2.0","id":7,"method":"a"}]');
    const two: unknown = JSON.parse(encodeBatch(7, [{ method: "a" }, { method: "b" }]));
    assert.deepEqual(two, [
      { jsonrpc: "2.0", id: 7, method: "a" },
      { jsonrpc: "2.0", id: 8, method: "b" },
    ]);
  });
});

describe("parseMessage", () => {
  it("reads a result", () => {
    const expected = { id: 1, ok: true, result: { a: [1] } };
    assert.deepEqual(parseMessage('{"jsonrpc":"2.0","id":1,"result":{"a":[1]}}\n'), expected);
  });

  it("takes neither result nor error for success with null", () => {
    const expected = { id: 1, ok: true, result: null };
    assert.deepEqual(parseMessage('{"jsonrpc":"2.0","id":1}'), expected);
    assert.deepEqual(parseMessage('{"jsonrpc":"2.0","id":1,"result":null,"error":null}'), expected);
  });

  it("keeps results that are falsy", () => {
    for (const result of [false, 0, ""]) {
      const reply = parseMessage(JSON.stringify({ jsonrpc: "2.0", id: 1, result }));
      assert.deepEqual(reply, { id: 1, ok: true, result });
    }
  });

  it("reads an error, with and without id", () => {
    const error = { code: -32601, message: "method not found", data: "x" };
    const text = JSON.stringify({ jsonrpc: "2.0", id: 3, error });
    assert.deepEqual(parseMessage(text), { id: 3, ok: false, error });
    const bare = '{"jsonrpc":"2.0","error":{"code":-32700,"message":"empty body"}}';
    assert.deepEqual(parseMessage(bare), {
      id: undefined,
      ok: false,
      error: { code: -32700, message: "empty body", data: undefined },
    });
  });

  it("makes the best of an error that is none", () => {
    const cases: [unknown, { code: number; message: string; data: unknown }][] = [
      ["boom", { code: -32603, message: "boom", data: undefined }],
      [{}, { code: -32603, message: "", data: undefined }],
      [
        { code: "E", message: 5, data: 1 },
        { code: -32603, message: "", data: 1 },
      ],
    ];
    for (const [error, expected] of cases) {
      const reply = parseMessage(JSON.stringify({ jsonrpc: "2.0", id: 1, error }));
      assert.deepEqual(reply, { id: 1, ok: false, error: expected });
    }
  });

  it("does not need the version when the rest is clear", () => {
    assert.equal(parseMessage('{"id":1,"result":2}')?.ok, true);
    assert.equal(parseMessage('{"error":{"code":-32600,"message":"bad request"}}')?.ok, false);
  });

  it("knows what is not JSON-RPC", () => {
    const texts = [
      "",
      "{bad",
      "5",
      "null",
      '"text"',
      "[]",
      "<html></html>",
      '{"status":"error","message":"Unauthorized."}',
      '{"status":"error","error":"Failed to upgrade to WebSocket"}',
      '{"status":"success","data":{},"message":""}',
      '{"jsonrpc":"1.0","id":1,"result":2}',
    ];
    for (const text of texts) assert.equal(parseMessage(text), undefined, text);
  });
});

describe("parseMessages", () => {
  it("reads a batch in its order", () => {
    const text = '[{"jsonrpc":"2.0","id":2},{"jsonrpc":"2.0","id":1}]';
    assert.deepEqual(
      parseMessages(text)?.map(({ id }) => id),
      [2, 1],
    );
  });

  it("reads a bare object as one", () => {
    assert.equal(parseMessages('{"jsonrpc":"2.0","id":1}')?.length, 1);
  });

  it("refuses a batch with a foreign element", () => {
    assert.equal(parseMessages('[{"jsonrpc":"2.0","id":1},5]'), undefined);
    assert.equal(parseMessages("{bad"), undefined);
  });
});
