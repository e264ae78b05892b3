import { type Presence } from "../../fleet/presence";

/** A codicon and a theme colour; shapes differ too, for those who do not see the colours. */
export interface RowIcon {
  readonly id: string;
  readonly color: string;
}

export const presenceIcons = {
  online: { id: "circle-filled", color: "testing.iconPassed" },
  offline: { id: "circle-slash", color: "testing.iconFailed" },
  stale: { id: "question", color: "list.warningForeground" },
  neverReported: { id: "circle-outline", color: "disabledForeground" },
} as const satisfies Record<Presence, RowIcon>;
