import assert from "node:assert/strict";
import { fromProject } from "../host/paths";
import { FaultPool } from "./pool";

describe("FaultPool", () => {
  it("fails a fault that hangs or ends its process by itself, and runs all others", async () => {
    const worker = fromProject("test/fixtures/hang/worker.cjs");
    const pool = new FaultPool({ size: 2, worker, hangMs: 5_000 });
    const ids = ["one", "hangs", "two", "ends", "fails", "three"];
    const outcomes = ids.map((id) => pool.run({ id, profile: "1.4.3" }));
    assert.deepEqual(await Promise.all(outcomes), [
      undefined,
      "nothing has moved for 5 s",
      undefined,
      "its process ended",
      "not so",
      undefined,
    ]);
    pool.dispose();
  });

  it("fails all faults when no process can be started", async () => {
    const pool = new FaultPool({ size: 1, worker: fromProject("test/fixtures/hang/ended.cjs") });
    const outcome = await pool.run({ id: "one", profile: "1.4.3" });
    assert.equal(outcome, "no process could be started");
  });
});
