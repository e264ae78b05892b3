import assert from "node:assert/strict";
import { decodeMethods, decodeWord } from "../../../../src/komari/decode/methods";
import { RpcLocalError } from "../../../../src/rpc/errors";

const malformed = (error: unknown) => error instanceof RpcLocalError && error.code === "malformed";

describe("decodeMethods", () => {
  it("keeps the order and drops junk", () => {
    assert.deepEqual([...decodeMethods(["b", "a", 5, ""])], ["b", "a"]);
    assert.throws(() => decodeMethods({}), malformed);
  });

  it("drops names that are longer than any method's", () => {
    assert.deepEqual([...decodeMethods(["a", "x".repeat(200_000)])], ["a"]);
    assert.ok(decodeWord("version", "2".repeat(200_000)).length < 200);
  });

  it("takes one word for ping and version", () => {
    assert.equal(decodeWord("ping", "pong"), "pong");
    assert.throws(() => decodeWord("ping", null), malformed);
  });
});
