import assert from "node:assert/strict";
import { type Failure } from "../../../src/rpc/failure";
import { hedged, hedgedDial } from "../../../src/rpc/hedge";
import { type Dialled, type DialEvents } from "../../../src/rpc/webSocketDial";
import { FakeClock } from "../../builders/fakeClock";
import { inertTransport } from "../../builders/fakeConnectionParts";

const hedgeAfterMs = 4_000;

const gone: Failure = { code: "connectionLost", detail: "gone" };
const closedByTest: Failure = { code: "disposed", detail: "closed by the test" };

function setUp() {
  const clock = new FakeClock();
  const dials: { events: DialEvents; closed: string[] }[] = [];
  const seen: string[] = [];
  const dial = (events: DialEvents): Dialled => {
    const closed: string[] = [];
    dials.push({ events, closed });
    return { close: ({ code }) => closed.push(code) };
  };
  const dialled = hedgedDial(
    dial,
    clock,
  )({
    onOpen: () => seen.push("open"),
    onFail: ({ code }) => seen.push(code),
    onLost: () => seen.push("lost"),
  });
  return { clock, dials, seen, dialled };
}

describe("hedgedDial", () => {
  it("dials again beside an attempt that has no outcome, and takes the socket that opens first", () => {
    const { clock, dials, seen, dialled } = setUp();
    clock.advance(hedgeAfterMs);
    clock.advance(hedgeAfterMs);
    assert.equal(dials.length, 3);
    dials[1]?.events.onOpen(inertTransport());
    assert.deepEqual(seen, ["open"]);
    assert.deepEqual(
      dials.map(({ closed }) => closed.length),
      [1, 0, 1],
    );
    dials[0]?.events.onLost(gone, false);
    assert.deepEqual(seen, ["open"]);
    dials[1]?.events.onLost(gone, false);
    assert.deepEqual(seen, ["open", "lost"]);
    dialled.close(closedByTest);
    assert.deepEqual(dials[1]?.closed, ["disposed"]);
    assert.equal(clock.pending, 0);
  });

  it("fails once, with the first failure", () => {
    const { clock, dials, seen } = setUp();
    clock.advance(hedgeAfterMs);
    dials[1]?.events.onFail(gone);
    dials[0]?.events.onFail(gone);
    assert.deepEqual(seen, ["connectionLost"]);
    assert.equal(clock.pending, 0);
  });

  it("dials no more once it is closed", () => {
    const { clock, dials, seen, dialled } = setUp();
    clock.advance(hedgeAfterMs);
    dialled.close(closedByTest);
    clock.advance(10 * hedgeAfterMs);
    dials[0]?.events.onOpen(inertTransport());
    assert.equal(dials.length, 2);
    assert.deepEqual(seen, []);
  });
});

describe("hedged", () => {
  it("has the first outcome and ends the other attempts", async () => {
    const clock = new FakeClock();
    const resolvers: ((value: string) => void)[] = [];
    const signals: AbortSignal[] = [];
    const outcome = hedged(
      clock,
      (signal) => {
        signals.push(signal);
        return new Promise<string>((resolve) => resolvers.push(resolve));
      },
      new AbortController().signal,
    );
    clock.advance(hedgeAfterMs);
    resolvers[1]?.("second");
    assert.equal(await outcome, "second");
    assert.ok(signals.every(({ aborted }) => aborted));
    assert.equal(clock.pending, 0);
  });
});
