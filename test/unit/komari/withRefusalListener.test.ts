import assert from "node:assert/strict";
import { withRefusalListener } from "../../../src/komari/withRefusalListener";
import { RpcLocalError, RpcRemoteError } from "../../../src/rpc/errors";
import { fakeCaller } from "./fakeCaller";

describe("withRefusalListener", () => {
  it("passes results and errors through, and reports refusals only", async () => {
    const { caller, responses } = fakeCaller({ good: 1 });
    let refused = 0;
    const watched = withRefusalListener(caller, () => refused++);
    assert.equal(await watched.call("good"), 1);
    responses.slow = new RpcLocalError("timeout", "");
    await assert.rejects(watched.call("slow"), RpcLocalError);
    assert.equal(refused, 0);
    responses.denied = new RpcRemoteError(-32041, "Permission denied", undefined);
    await assert.rejects(watched.call("denied"), RpcRemoteError);
    responses.private = new RpcLocalError("unauthorized", "HTTP 401");
    await assert.rejects(watched.call("private"), RpcLocalError);
    assert.equal(refused, 2);
  });

  it("passes batches through, and reports once if any of their calls is refused", async () => {
    const denied = new RpcRemoteError(-32041, "Permission denied", undefined);
    const { caller } = fakeCaller({ good: 1, denied });
    let refused = 0;
    const watched = withRefusalListener(caller, () => refused++);
    const calls = ["good", "missing"].map((method) => ({ method }));
    assert.deepEqual(
      (await watched.batch(calls)).map(({ ok }) => ok),
      [true, false],
    );
    assert.equal(refused, 0);
    await watched.batch([...calls, { method: "denied" }, { method: "denied" }]);
    assert.equal(refused, 1);
  });

  it("reports a batch that is refused as a whole", async () => {
    const { caller } = fakeCaller();
    const error = new RpcLocalError("unauthorized", "HTTP 401");
    let refused = 0;
    const watched = withRefusalListener(
      { ...caller, batch: () => Promise.reject(error) },
      () => refused++,
    );
    await assert.rejects(watched.batch([{ method: "m" }]), error);
    assert.equal(refused, 1);
  });
});
