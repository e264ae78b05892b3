import assert from "node:assert/strict";
import { batchOutcomes, batchRefusal, outcomeOf } from "../../../src/rpc/batch";
import { RpcLocalError, RpcRemoteError } from "../../../src/rpc/errors";
import { type Reply } from "../../../src/rpc/message";

const result = (id: unknown, value: unknown): Reply => ({ id, ok: true, result: value });
const error = (id: unknown): Reply => ({
  id,
  ok: false,
  error: { code: -32600, message: "method required", data: undefined },
});

describe("outcomeOf", () => {
  it("takes the reply with the call's id", () => {
    assert.deepEqual(outcomeOf(2, [result(1, "a"), result(2, "b")]), result(2, "b"));
  });

  it("takes a lone reply without id", () => {
    assert.deepEqual(outcomeOf(2, [error(undefined)]), error(undefined));
    assert.deepEqual(outcomeOf(2, [result(null, 1)]), result(null, 1));
  });

  it("takes no other request's", () => {
    for (const replies of [[], [result(1, "a")], [error(undefined), error(undefined)]]) {
      const outcome = outcomeOf(2, replies);
      assert.ok("failure" in outcome);
      assert.equal(outcome.failure.code, "malformed");
    }
  });
});

describe("batchRefusal", () => {
  const says = (id: unknown, code: number, message: string): Reply => ({
    id,
    ok: false,
    error: { code, message, data: undefined },
  });

  it("is the single error of a server that has run no call, whatever its id", () => {
    for (const id of [undefined, null, 0, "", 4, 5]) {
      assert.equal(batchRefusal(5, 2, [error(id)])?.code, -32600, String(id));
    }
  });

  it("is a single error about the size, under any code", () => {
    const words = ["too many calls", "request too large", "batch size limit is 7", "Batch: max 5"];
    for (const message of words) {
      for (const code of [-32602, -32000, -32005]) {
        const refusal = batchRefusal(5, 2, [says(null, code, message)]);
        assert.equal(refusal?.message, message);
      }
    }
  });

  it("is the same error for every call", () => {
    assert.equal(batchRefusal(5, 2, [error(5), error(6)])?.code, -32600);
    const each = [says(5, -32000, "batch too long"), says(6, -32000, "batch too long")];
    assert.equal(batchRefusal(5, 2, each)?.code, -32000);
  });

  it("is none where calls have run, or for another reason", () => {
    assert.equal(batchRefusal(5, 1, [error(undefined)]), undefined);
    assert.equal(batchRefusal(5, 2, [error(5), result(6, 1)]), undefined);
    assert.equal(batchRefusal(5, 2, [says(undefined, -32041, "Permission denied")]), undefined);
    assert.equal(batchRefusal(5, 2, [says(null, -32000, "too many requests")]), undefined);
    assert.equal(batchRefusal(5, 2, [result(undefined, 1)]), undefined);
    // Of one call alone, the others of which got no response.
    assert.equal(batchRefusal(5, 2, [says(6, -32602, "value too long")]), undefined);
  });
});

describe("batchOutcomes", () => {
  it("follows the order of the calls, not of the replies", () => {
    const outcomes = batchOutcomes(5, 3, [result(7, "c"), result(5, "a"), result(6, "b")]);
    assert.deepEqual(
      outcomes.map((outcome) => outcome.ok && outcome.result),
      ["a", "b", "c"],
    );
  });

  it("takes the bare object that answers a batch of one", () => {
    assert.deepEqual(batchOutcomes(1, 1, [result(1, "pong")]), [{ ok: true, result: "pong" }]);
  });

  it("goes by place where ids are missing", () => {
    const outcomes = batchOutcomes(1, 2, [error(undefined), result(2, "b")]);
    assert.equal(outcomes[0]?.ok, false);
    assert.deepEqual(outcomes[1], { ok: true, result: "b" });
  });

  it("assigns a single error without an id to every call", () => {
    const outcomes = batchOutcomes(1, 3, [error(undefined)]);
    assert.equal(outcomes.length, 3);
    for (const outcome of outcomes) {
      assert.ok(!outcome.ok);
      assert.ok(outcome.error instanceof RpcRemoteError);
      assert.equal(outcome.error.code, -32600);
    }
  });

  it("fails a call without a response", () => {
    const [first, second] = batchOutcomes(1, 2, [result(2, "b")]);
    assert.ok(first?.ok === false);
    assert.ok(first.error instanceof RpcLocalError);
    assert.equal(first.error.code, "malformed");
    assert.deepEqual(second, { ok: true, result: "b" });
  });
});
