import assert from "node:assert/strict";
import { systemClock } from "../../../src/util/clock";

describe("systemClock", () => {
  it("runs a callback once its time has come, and never a disposed one", async () => {
    const ran: string[] = [];
    systemClock.setTimeout(() => ran.push("disposed"), 0).dispose();
    await new Promise<void>((resolve) => {
      systemClock.setTimeout(() => {
        ran.push("kept");
        resolve();
      }, 1);
    });
    assert.deepEqual(ran, ["kept"]);
  });

  it("tells the time of the machine", () => {
    const before = Date.now();
    const now = systemClock.now();
    assert.ok(now >= before && now <= Date.now());
  });
});
