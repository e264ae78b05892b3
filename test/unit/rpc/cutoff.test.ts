import assert from "node:assert/strict";
import { Cutoff } from "../../../src/rpc/cutoff";
import { type Failure } from "../../../src/rpc/failure";
import { FakeClock } from "../../builders/fakeClock";

function setUp(signal?: AbortSignal) {
  const clock = new FakeClock();
  const cutoff = new Cutoff(clock, 100, signal);
  const heard: Failure[] = [];
  cutoff.listener = (failure) => heard.push(failure);
  return { clock, cutoff, heard };
}

describe("Cutoff", () => {
  it("cuts when time is up, once", () => {
    const { clock, cutoff, heard } = setUp();
    clock.advance(99);
    assert.equal(heard.length, 0);
    clock.advance(1);
    cutoff.cut({ code: "disposed", detail: "" });
    assert.deepEqual(
      heard.map(({ code }) => code),
      ["timeout"],
    );
    assert.equal(cutoff.failure?.code, "timeout");
  });

  it("cuts when the signal aborts and lets go of its timer", () => {
    const controller = new AbortController();
    const { clock, heard } = setUp(controller.signal);
    controller.abort();
    assert.equal(heard[0]?.code, "aborted");
    assert.equal(clock.pending, 0);
  });

  it("is cut from the start by an aborted signal", () => {
    const { clock, cutoff } = setUp(AbortSignal.abort());
    assert.equal(cutoff.failure?.code, "aborted");
    assert.equal(clock.pending, 0);
  });

  it("says nothing once disposed", () => {
    const controller = new AbortController();
    const { clock, cutoff, heard } = setUp(controller.signal);
    cutoff.dispose();
    controller.abort();
    cutoff.cut({ code: "disposed", detail: "" });
    clock.advance(1000);
    assert.deepEqual(heard, []);
    assert.equal(clock.pending, 0);
  });
});
