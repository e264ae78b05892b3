import {
  type Health,
  healthOf,
  type NodeState,
  type Presence,
} from "../../../shared/nodes/presence";
import { type RowIcon } from "../../tree/row";

/** Shapes differ as well as colors. Color means trouble: other nodes are gray. */
const calm = { id: "circle-small-filled", color: "descriptionForeground" } as const;
const offline = { id: "circle-slash", color: "list.errorForeground" } as const;
const waiting = { id: "circle-small", color: "disabledForeground" } as const;
const neverReported = { id: "circle-outline", color: "disabledForeground" } as const;

export const presenceIcons = {
  online: calm,
  offline,
  stale: { id: "circle-small-filled", color: "disabledForeground" },
  waiting,
  neverReported,
} as const satisfies Record<Presence, RowIcon>;

export const healthIcons = {
  offline,
  hot: { id: "warning", color: "list.warningForeground" },
  expiring: { id: "calendar", color: "list.warningForeground" },
  calm,
  waiting,
  neverReported,
} as const satisfies Record<Health, RowIcon>;

export function nodeIcon(node: NodeState): RowIcon {
  return node.presence === "stale" ? presenceIcons.stale : healthIcons[healthOf(node)];
}
