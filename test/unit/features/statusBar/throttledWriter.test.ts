import assert from "node:assert/strict";
import { ThrottledWriter } from "../../../../src/features/statusBar/throttledWriter";
import { FakeClock } from "../../../builders/fakeClock";

interface Value {
  readonly text: string;
  readonly state: string;
  readonly hasAge: boolean;
  readonly isFilling: boolean;
}

function harness() {
  const clock = new FakeClock();
  const written: (string | undefined)[] = [];
  let value: Value | undefined;
  const writer = new ThrottledWriter<Value>({
    read: () => value,
    write: (shown) => void written.push(shown?.text),
    clock,
  });
  const show = (text: string, state = "calm", hasAge = false) => {
    value = { text, state, hasAge, isFilling: false };
    writer.update();
  };
  const fill = (text: string) => {
    value = { text, state: "filling", hasAge: false, isFilling: true };
    writer.update();
  };
  const hide = () => {
    value = undefined;
    writer.update();
  };
  return { clock, written, writer, show, fill, hide };
}

describe("ThrottledWriter", () => {
  it("writes numbers at most once in 10 s, and then the latest", () => {
    const { clock, written, show } = harness();
    for (const text of ["1/3", "2/3", "3/3"]) show(text);
    assert.deepEqual(written, ["1/3"]);
    clock.advance(9_999);
    assert.deepEqual(written, ["1/3"]);
    clock.advance(1);
    assert.deepEqual(written, ["1/3", "3/3"]);
  });

  it("writes numbers every second while they are on their way", () => {
    const { clock, written, fill } = harness();
    for (const text of ["0/9", "1/9", "3/9"]) fill(text);
    clock.advance(999);
    assert.deepEqual(written, ["0/9"]);
    clock.advance(1);
    assert.deepEqual(written, ["0/9", "3/9"]);
  });

  it("writes another state at once", () => {
    const { written, show, hide } = harness();
    show("3/3");
    show("3/3, 1 min ago", "gone");
    hide();
    assert.deepEqual(written, ["3/3", "3/3, 1 min ago", undefined]);
  });

  it("writes nothing twice, and nothing that has changed back meanwhile", () => {
    const { clock, written, show } = harness();
    for (const text of ["3/3", "2/3", "3/3"]) show(text);
    clock.advance(60_000);
    assert.deepEqual(written, ["3/3"]);
    assert.equal(clock.pending, 0);
  });

  it("updates an age every minute until it is disposed", () => {
    const { clock, written, writer, show } = harness();
    show("1 min ago", "gone", true);
    assert.equal(clock.pending, 1);
    clock.advance(60_000);
    assert.deepEqual(written, ["1 min ago"]);
    assert.equal(clock.pending, 1);
    writer.dispose();
    assert.equal(clock.pending, 0);
  });
});
