import assert from "node:assert/strict";
import fc from "fast-check";
import { batchOutcomes, outcomeOf } from "../../src/rpc/batch";
import { classifyResponse } from "../../src/rpc/classifyResponse";
import { encodeRequest, parseMessage, parseMessages } from "../../src/rpc/message";
import { networkFailure } from "../../src/rpc/networkFailure";

/** Texts near and far from JSON-RPC. */
const anyText = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.json(),
  fc
    .record(
      {
        jsonrpc: fc.jsonValue(),
        id: fc.jsonValue(),
        result: fc.jsonValue(),
        error: fc.jsonValue(),
      },
      { requiredKeys: [] },
    )
    .map((value) => JSON.stringify(value)),
  fc
    .array(fc.constantFrom('{"jsonrpc":"2.0","id":1}', "{}", "[]", "5"))
    .map((items) => `[${items.join()}]`),
);

describe("messages (property)", () => {
  it("never throw when parsed, whatever they are", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const one = parseMessage(text);
        const many = parseMessages(text);
        assert.ok(one === undefined || "id" in one);
        assert.ok(many === undefined || many.length > 0);
      }),
    );
  });

  it("come back as they were sent", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1 }), fc.jsonValue(), (id, result) => {
        const plain: unknown = JSON.parse(JSON.stringify(result));
        const text = JSON.stringify({ jsonrpc: "2.0", id, result });
        assert.deepEqual(parseMessage(text), { id, ok: true, result: plain });
      }),
    );
  });

  it("keep any method and params that JSON can hold", () => {
    const params = fc.oneof(fc.dictionary(fc.string(), fc.jsonValue()), fc.array(fc.jsonValue()));
    fc.assert(
      fc.property(fc.string(), params, (method, value) => {
        const sent = JSON.stringify(JSON.parse(encodeRequest(1, { method, params: value })));
        assert.equal(sent, JSON.stringify({ jsonrpc: "2.0", id: 1, method, params: value }));
      }),
    );
  });
});

describe("HTTP responses (property)", () => {
  it("are classified, whatever they are", () => {
    const contentType = fc.constantFrom("application/json", "text/html", "text/plain", "");
    const location = fc.option(fc.string(), { nil: undefined });
    const status = fc.integer({ min: 100, max: 599 });
    fc.assert(
      fc.property(status, contentType, anyText, location, (code, type, body, to) => {
        const headers = to === undefined ? {} : { location: to };
        const response = { status: code, contentType: type, body, headers };
        classifyResponse(response, "http://home.example.com");
      }),
    );
  });

  it("give every call of a batch its own, in any order", () => {
    const order = fc
      .integer({ min: 1, max: 20 })
      .chain((count) => fc.shuffledSubarray([...Array(count).keys()], { minLength: count }));
    fc.assert(
      fc.property(order, fc.integer({ min: 1, max: 1000 }), (places, firstId) => {
        const replies = places.map((place) => ({
          id: firstId + place,
          ok: true as const,
          result: `response ${place}`,
        }));
        const outcomes = batchOutcomes(firstId, places.length, replies);
        outcomes.forEach((outcome, place) => {
          assert.deepEqual(outcome, { ok: true, result: `response ${place}` });
          const single = outcomeOf(firstId + place, replies);
          assert.ok(single.ok && single.result === `response ${place}`);
        });
      }),
    );
  });
});

describe("network failures (property)", () => {
  it("are understood, whatever was thrown", () => {
    fc.assert(
      fc.property(fc.anything(), fc.string(), (thrown, code) => {
        assert.equal(networkFailure(thrown).cause, thrown);
        networkFailure(Object.assign(new Error("x"), { code }));
      }),
    );
  });
});
