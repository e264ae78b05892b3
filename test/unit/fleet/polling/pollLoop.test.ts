import assert from "node:assert/strict";
import { PollLoop } from "../../../../src/fleet/polling/pollLoop";
import { handleUnexpectedErrors } from "../../../../src/util/unexpectedErrors";
import { FakeClock } from "../../../builders/fakeClock";
import { settle } from "../../../builders/settle";

describe("PollLoop", () => {
  it("reports a task that throws, waits, and goes on", async () => {
    const reported: unknown[] = [];
    const handler = handleUnexpectedErrors((error) => reported.push(error));
    const clock = new FakeClock();
    const error = new Error("a bug");
    let runs = 0;
    const task = () => (++runs === 1 ? Promise.reject(error) : Promise.resolve());
    const loop = new PollLoop(task, () => (runs < 2 ? 0 : undefined), clock);
    loop.start();
    clock.advance(0);
    await settle();
    clock.advance(9_999);
    await settle();
    assert.equal(runs, 1);
    clock.advance(1);
    await settle();
    handler.dispose();
    assert.equal(runs, 2);
    assert.deepEqual(reported, [error]);
  });
});
