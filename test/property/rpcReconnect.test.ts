import assert from "node:assert/strict";
import fc from "fast-check";
import { backoffDelay } from "../../src/rpc/backoff";
import { localErrorCodes, RpcLocalError, RpcRemoteError } from "../../src/rpc/errors";
import { type Effect, type Phase, type ReconnectEvent } from "../../src/rpc/phase";
import { reduce } from "../../src/rpc/reconnect";

const minDelayMs = 500;
const maxWatchedDelayMs = 4_000;
const maxQuickAttempts = 40;
const maxDelayMs = 30_000;

const error = fc.oneof(
  fc.constantFrom(...localErrorCodes).map((code) => new RpcLocalError(code, "")),
  fc.constantFrom(401, -32041, -32603).map((code) => new RpcRemoteError(code, "", undefined)),
);

const event: fc.Arbitrary<ReconnectEvent> = fc.oneof(
  fc.constantFrom<ReconnectEvent>(
    { kind: "connect" },
    { kind: "reconnect" },
    { kind: "wake" },
    { kind: "watched" },
    { kind: "disconnect" },
    { kind: "timer" },
    { kind: "dialled" },
    { kind: "dialSlow" },
    { kind: "probed" },
    { kind: "probeFailed", error: undefined },
  ),
  error.map((cause): ReconnectEvent => ({ kind: "drop", error: cause })),
  error.map((cause): ReconnectEvent => ({ kind: "dialFailed", error: cause })),
  error.map((cause): ReconnectEvent => ({ kind: "probeFailed", error: cause })),
  error.map((cause): ReconnectEvent => ({ kind: "socketLost", error: cause })),
  error.map((cause): ReconnectEvent => ({ kind: "idleSocketLost", error: cause })),
  error.map((cause): ReconnectEvent => ({ kind: "socketMute", error: cause })),
  error.map((cause): ReconnectEvent => ({ kind: "httpLost", error: cause })),
);

/** What the effects so far have left in the world. */
interface Held {
  socket: "none" | "dialling" | "open";
  probe: boolean;
  timer: boolean;
}

/** Whether the world can bring this event forth: nothing comes from what is not there. */
function canHappen({ kind }: ReconnectEvent, held: Held): boolean {
  if (kind === "timer") return held.timer;
  if (kind === "dialled" || kind === "dialFailed" || kind === "dialSlow")
    return held.socket === "dialling";
  if (kind === "socketLost" || kind === "idleSocketLost") return held.socket === "open";
  if (kind === "probed" || kind === "probeFailed") return held.probe;
  return true;
}

/** The world's own part in an event: what is over by it. */
function happen({ kind }: ReconnectEvent, held: Held): void {
  if (kind === "timer") held.timer = false;
  if (kind === "dialled") held.socket = "open";
  const lost = kind === "socketLost" || kind === "idleSocketLost";
  if (kind === "dialFailed" || lost) held.socket = "none";
  if (kind === "probed" || kind === "probeFailed") held.probe = false;
}

function carryOut(effect: Effect, held: Held): void {
  switch (effect.kind) {
    case "dial":
      assert.equal(held.socket, "none", "two sockets");
      held.socket = "dialling";
      break;
    case "hangUp":
      assert.notEqual(held.socket, "none", "hanging up nothing");
      held.socket = "none";
      break;
    case "probe":
      assert.ok(!held.probe, "two probes");
      held.probe = true;
      break;
    case "cancelProbe":
      assert.ok(held.probe, "cancelling no probe");
      held.probe = false;
      break;
    case "startTimer":
      assert.ok(!held.timer, "two timers");
      assert.ok(effect.delayMs > 0);
      held.timer = true;
      break;
    case "check":
      assert.equal(held.socket, "open", "checking no socket");
      break;
    case "stopTimer":
      assert.ok(held.timer, "stopping no timer");
      held.timer = false;
      break;
  }
}

/** The user looks, and no time is set: the next try comes soon. */
function assertQuick(phase: Phase, effects: readonly Effect[]): void {
  const timer = effects.find(({ kind }) => kind === "startTimer");
  if (phase.kind !== "waiting" || timer?.kind !== "startTimer") return;
  if (phase.attempt <= maxQuickAttempts) assert.ok(timer.delayMs <= maxWatchedDelayMs);
}

/** What each phase says it holds. */
function holdingsOf(phase: Phase): Held {
  const nothing: Held = { socket: "none", probe: false, timer: false };
  switch (phase.kind) {
    case "dialling":
      return { ...nothing, socket: "dialling", probe: phase.post?.kind === "asked" };
    case "reopening":
      return { ...nothing, socket: "dialling" };
    case "open":
      return { ...nothing, socket: "open" };
    case "probing":
      return { ...nothing, probe: true };
    case "waiting":
      return { ...nothing, timer: true };
    case "openHttp":
      return phase.dialling ? { ...nothing, socket: "dialling" } : { ...nothing, timer: true };
    case "idle":
    case "stopped":
      return nothing;
  }
}

describe("Reconnect reduce", () => {
  it("holds in every phase exactly what the phase says: never two timers or two sockets", () => {
    const random = fc.double({ min: 0, max: 1, noNaN: true });
    const script = fc.array(fc.tuple(event, random, fc.nat({ max: 60_000 }), fc.boolean()), {
      maxLength: 80,
    });
    fc.assert(
      fc.property(script, (steps) => {
        const held: Held = { socket: "none", probe: false, timer: false };
        let phase: Phase = { kind: "idle" };
        let now = 0;
        for (const [next, dice, elapsed, isWatched] of steps) {
          now += elapsed;
          if (!canHappen(next, held)) continue;
          happen(next, held);
          const step = reduce(phase, next, { now, random: dice, isWatched });
          if (isWatched && step.phase !== phase) assertQuick(step.phase, step.effects);
          for (const effect of step.effects) carryOut(effect, held);
          phase = step.phase;
          assert.deepEqual(held, holdingsOf(phase));
        }
      }),
      { numRuns: 500 },
    );
  });

  it("ignores events that cannot happen in a phase", () => {
    const phases: readonly Phase[] = [
      { kind: "idle" },
      { kind: "stopped", error: new RpcLocalError("unauthorized", "") },
    ];
    fc.assert(
      fc.property(fc.constantFrom(...phases), event, (phase, next) => {
        if (next.kind === "connect" || next.kind === "reconnect" || next.kind === "disconnect")
          return;
        const step = reduce(phase, next, { now: 0, random: 0, isWatched: true });
        assert.equal(step.phase, phase);
        assert.deepEqual(step.effects, []);
      }),
    );
  });
});

describe("backoffDelay", () => {
  it("stays between half a second and thirty, and grows with the dice", () => {
    const random = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(fc.integer({ min: -5, max: 1_000_000 }), random, random, (attempt, a, b) => {
        const delay = backoffDelay(attempt, a);
        assert.ok(delay >= minDelayMs && delay <= maxDelayMs && Number.isInteger(delay));
        if (a <= b) assert.ok(delay <= backoffDelay(attempt, b));
        assert.ok(delay <= backoffDelay(attempt + 1, 1));
      }),
    );
  });
});
