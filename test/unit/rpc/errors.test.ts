import assert from "node:assert/strict";
import { RpcRemoteError } from "../../../src/rpc/errors";

describe("RpcRemoteError", () => {
  it("keeps the server's words, but does not fill the log with endless ones", () => {
    const words = "x".repeat(1_000_000);
    const error = new RpcRemoteError(-32603, words, undefined);
    assert.equal(error.remoteMessage, words);
    assert.equal(error.message, `-32603: ${"x".repeat(500)}`);
    assert.ok((error.stack ?? "").length < 10_000);
  });
});
