import assert from "node:assert/strict";
import { type LocalErrorCode, RpcLocalError } from "../../src/rpc/errors";

/** Holds that a promise rejects with a local error of this code. */
export async function rejectsWith(promise: Promise<unknown>, code: LocalErrorCode): Promise<void> {
  await assert.rejects(promise, (error) => {
    assert.ok(error instanceof RpcLocalError, `${String(error)} is no RpcLocalError`);
    assert.equal(error.code, code);
    return true;
  });
}
