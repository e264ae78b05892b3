import { type RowIcon } from "../../platform/treeRow";
import { type Presence } from "../../fleet/presence";

export const presenceIcons = {
  online: { id: "circle-filled", color: "testing.iconPassed" },
  offline: { id: "circle-slash", color: "testing.iconFailed" },
  stale: { id: "question", color: "list.warningForeground" },
  neverReported: { id: "circle-outline", color: "disabledForeground" },
} as const satisfies Record<Presence, RowIcon>;
