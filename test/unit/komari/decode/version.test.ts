import assert from "node:assert/strict";
import { decodeRestVersion, decodeVersion } from "../../../../src/komari/decode/version";
import { RpcLocalError } from "../../../../src/rpc/errors";

const malformed = (error: unknown) => error instanceof RpcLocalError && error.code === "malformed";

describe("decodeVersion", () => {
  it("is short and on one line, whatever a server sends", () => {
    const { version, hash } = decodeVersion({ version: "1\n2", hash: "a".repeat(200_000) });
    assert.equal(version, "1 2");
    assert.ok((hash ?? "").length < 200);
  });

  it("takes any text", () => {
    assert.deepEqual(decodeVersion({ version: "Snapshot-2608171500", hash: "abc" }), {
      version: "Snapshot-2608171500",
      hash: "abc",
    });
    assert.deepEqual(decodeVersion({ version: "0.0.1", hash: "unknown" }), {
      version: "0.0.1",
      hash: undefined,
    });
    assert.deepEqual(decodeVersion({}), { version: "", hash: undefined });
    assert.throws(() => decodeVersion("1.4.3"), malformed);
  });

  it("knows the REST response of Komari from others", () => {
    const body = { status: "success", message: "", data: { version: "1.0.6", hash: "abc" } };
    assert.deepEqual(decodeRestVersion(body), { version: "1.0.6", hash: "abc" });
    for (const other of [
      { status: "error" },
      { status: "success", data: {} },
      { version: "1" },
      5,
    ]) {
      assert.equal(decodeRestVersion(other), undefined);
    }
  });
});
