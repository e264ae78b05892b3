import { type RpcError } from "./errors";
import { type Effect, type Moment, type Phase, type PostFinding, type Step } from "./phase";

// What the steps of reconnecting are made of.

export function dial(attempt: number, { now }: Moment, post?: PostFinding): Step {
  const phase = { kind: "dialling", attempt, since: now, ...(post && { post }) } as const;
  return { phase, effects: [{ kind: "dial" }] };
}

export function probe(attempt: number, error: RpcError | undefined, { now }: Moment): Step {
  const phase = { kind: "probing", attempt, since: now, error } as const;
  return { phase, effects: [{ kind: "probe" }] };
}

export function stay(phase: Phase): Step {
  return { phase, effects: [] };
}

/** What must be let go of before the phase is left. */
export function release(phase: Phase): readonly Effect[] {
  switch (phase.kind) {
    case "dialling":
      return [{ kind: "hangUp" }, ...cancelProbe(phase)];
    case "open":
    case "reopening":
      return [{ kind: "hangUp" }];
    case "probing":
      return [{ kind: "cancelProbe" }];
    case "openHttp":
      return [{ kind: phase.dialling ? "hangUp" : "stopTimer" }];
    case "waiting":
      return [{ kind: "stopTimer" }];
    case "idle":
    case "stopped":
      return [];
  }
}

export function cancelProbe(phase: Phase): readonly Effect[] {
  const isAsked = phase.kind === "dialling" && phase.post?.kind === "asked";
  return isAsked ? [{ kind: "cancelProbe" }] : [];
}

export function after(before: readonly Effect[], { phase, effects }: Step): Step {
  return { phase, effects: [...before, ...effects] };
}
