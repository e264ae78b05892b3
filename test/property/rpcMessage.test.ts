import assert from "node:assert/strict";
import fc from "fast-check";
import { batchOutcomes, outcomeOf } from "../../src/rpc/batch";
import { encodeRequest, parseMessage } from "../../src/rpc/message";
import { networkFailure } from "../../src/rpc/networkFailure";

describe("parseMessage and encodeRequest", () => {
  it("round-trip results", () => {
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

describe("batchOutcomes", () => {
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

describe("networkFailure", () => {
  it("are understood, whatever was thrown", () => {
    fc.assert(
      fc.property(fc.anything(), fc.string(), (thrown, code) => {
        assert.equal(networkFailure(thrown).cause, thrown);
        networkFailure(Object.assign(new Error("x"), { code }));
      }),
    );
  });
});
