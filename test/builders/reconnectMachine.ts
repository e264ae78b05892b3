import { type LocalErrorCode, RpcLocalError } from "../../src/rpc/errors";
import { type Effect, type Phase, type ReconnectEvent } from "../../src/rpc/phase";
import { reduce } from "../../src/rpc/reconnect";

export const errorOf = (code: LocalErrorCode): RpcLocalError => new RpcLocalError(code, "test");
export const lost = errorOf("connectionLost");

/** A machine that remembers its effects; the dice always show the maximum. */
export function machine(phase: Phase = { kind: "idle" }) {
  const state = { phase, now: 1_000_000, effects: [] as readonly Effect[], isWatched: false };
  const send = (event: ReconnectEvent): readonly string[] => {
    const step = reduce(state.phase, event, {
      now: state.now,
      random: 1,
      isWatched: state.isWatched,
    });
    state.phase = step.phase;
    state.effects = step.effects;
    return step.effects.map(({ kind }) => kind);
  };
  const delay = (): number | undefined => {
    const timer = state.effects.find((effect) => effect.kind === "startTimer");
    return timer?.delayMs;
  };
  /** The socket fails so, and POST too if it is asked. */
  const fail = (code: LocalErrorCode): readonly string[] => {
    const effects = send({ kind: "dialFailed", error: errorOf(code) });
    return effects.includes("probe")
      ? send({ kind: "probeFailed", error: errorOf(code) })
      : effects;
  };
  return { state, send, fail, delay };
}

/** Brings a machine to an open socket. */
export function openMachine() {
  const opened = machine();
  opened.send({ kind: "connect" });
  opened.send({ kind: "dialled" });
  return opened;
}

/** Brings a machine to POST in the socket's place. */
export function httpMachine() {
  const opened = machine();
  opened.send({ kind: "connect" });
  opened.send({ kind: "dialFailed", error: errorOf("forbidden") });
  opened.send({ kind: "probed" });
  return opened;
}
