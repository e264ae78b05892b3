import assert from "node:assert/strict";
import { decodeMe } from "../../../../src/komari/decode/me";
import { RpcLocalError } from "../../../../src/rpc/errors";

const malformed = (error: unknown) => error instanceof RpcLocalError && error.code === "malformed";

describe("decodeMe", () => {
  it("takes neither the uuid, which may be an agent's token, nor anything unnamed", () => {
    const me = decodeMe({ logged_in: true, username: "client", uuid: "s3cret", sso_id: "client" });
    assert.deepEqual(me, { username: "client" });
    assert.throws(() => decodeMe(null), malformed);
  });
});
