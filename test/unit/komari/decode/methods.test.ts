import assert from "node:assert/strict";
import { decodeMethods, decodeWord } from "../../../../src/komari/decode/methods";
import { RpcLocalError } from "../../../../src/rpc/errors";

const malformed = (error: unknown) => error instanceof RpcLocalError && error.code === "malformed";

describe("decodeMethods", () => {
  it("keeps the order and drops junk", () => {
    assert.deepEqual([...decodeMethods(["b", "a", 5, ""])], ["b", "a"]);
    assert.throws(() => decodeMethods({}), malformed);
  });

  it("takes one word for ping and version", () => {
    assert.equal(decodeWord("ping", "pong"), "pong");
    assert.throws(() => decodeWord("ping", null), malformed);
  });
});
