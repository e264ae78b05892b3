import assert from "node:assert/strict";
import { CallDeadline } from "../../../src/rpc/callDeadline";
import { type Failure } from "../../../src/rpc/failure";
import { FakeClock } from "../../builders/fakeClock";

function setUp(signal?: AbortSignal) {
  const clock = new FakeClock();
  const deadline = new CallDeadline(clock, 100, signal);
  const failures: Failure[] = [];
  deadline.listener = (failure) => failures.push(failure);
  return { clock, deadline, failures };
}

describe("CallDeadline", () => {
  it("cuts when time is up, once", () => {
    const { clock, deadline, failures } = setUp();
    clock.advance(99);
    assert.equal(failures.length, 0);
    clock.advance(1);
    deadline.fail({ code: "disposed", detail: "" });
    assert.deepEqual(
      failures.map(({ code }) => code),
      ["timeout"],
    );
    assert.equal(deadline.failure?.code, "timeout");
  });

  it("cuts when the signal aborts and lets go of its timer", () => {
    const controller = new AbortController();
    const { clock, failures } = setUp(controller.signal);
    controller.abort();
    assert.equal(failures[0]?.code, "aborted");
    assert.equal(clock.pending, 0);
  });

  it("is cut from the start by an aborted signal", () => {
    const { clock, deadline } = setUp(AbortSignal.abort());
    assert.equal(deadline.failure?.code, "aborted");
    assert.equal(clock.pending, 0);
  });

  it("says nothing once disposed", () => {
    const controller = new AbortController();
    const { clock, deadline, failures } = setUp(controller.signal);
    deadline.dispose();
    controller.abort();
    deadline.fail({ code: "disposed", detail: "" });
    clock.advance(1000);
    assert.deepEqual(failures, []);
    assert.equal(clock.pending, 0);
  });
});
