import { type NodeState, type Presence } from "../../src/shared/nodes/presence";
import { type ThresholdKey, type Trouble } from "../../src/shared/nodes/trouble";

/** Calm nodes, one for each presence. */
export function calmNodes(...presences: readonly Presence[]): readonly NodeState[] {
  return presences.map((presence) => ({ presence, troubles: [] }));
}

export function buildTrouble(
  kind: ThresholdKey = "disk",
  value = 97,
  limit = kind === "expiry" ? 7 : 90,
): Trouble {
  return { kind, value, limit };
}
