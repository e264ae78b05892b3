import { type Credential } from "../../src/komari/credential";
import { type KomariNode } from "../../src/komari/model/model";
import { type Problem, type ProblemCode } from "../../src/komari/problem";
import { type SessionState } from "../../src/komari/session";
import { countPresences, type Presence } from "../../src/shared/nodes/presence";
import { buildIdentity } from "./identity";
import { calmNodes } from "./nodeState";

type Ready = Extract<SessionState, { kind: "ready" }>;

export function readyState(overrides: Partial<Ready> = {}): Ready {
  return {
    kind: "ready",
    identity: buildIdentity(),
    transport: "webSocket",
    warning: undefined,
    ...overrides,
  };
}

export function failedState(code: ProblemCode, more: Partial<Problem> = {}): SessionState {
  return { kind: "failed", problem: { code, detail: "", ...more }, retryAt: undefined };
}

interface ViewKnobs {
  readonly name: string;
  readonly nodesLoaded: boolean;
  readonly isFresh: boolean;
  readonly lastKnownAge: number;
  readonly presences: readonly Presence[];
  readonly nodes: ReadonlyMap<string, KomariNode>;
  readonly state: SessionState;
  readonly credential: Credential;
  readonly problem: Problem;
  readonly slow: boolean;
}

/** What rows, messages and the status bar see of a server. */
export function buildServerView(knobs: Partial<ViewKnobs> = {}) {
  const { presences = [], name = "Home", nodesLoaded = true } = knobs;
  return {
    id: "https://status.example.com",
    name,
    nodesLoaded,
    isFresh: knobs.isFresh ?? (nodesLoaded && knobs.state?.kind !== "failed"),
    lastKnownAge: knobs.lastKnownAge ?? (nodesLoaded ? 0 : undefined),
    problem: knobs.problem,
    slow: knobs.slow ?? false,
    nodes: knobs.nodes ?? new Map<string, KomariNode>(),
    counts: () => countPresences(calmNodes(...presences)),
    session: {
      state: knobs.state ?? readyState(),
      credential: knobs.credential ?? ({ kind: "guest" } as const),
    },
  };
}
