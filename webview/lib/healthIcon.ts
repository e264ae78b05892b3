import { type NodeState, shownHealth } from "../../src/shared/nodes/presence";
import { element } from "./dom";
import { icon, type IconName } from "./icons";

const icons = {
  offline: "circleSlash",
  hot: "warning",
  expiring: "calendar",
  calm: "circle",
  stale: "circle",
  waiting: "circleSmall",
  neverReported: "circleOutline",
} as const satisfies Readonly<Record<string, IconName>>;

export type HealthShape = keyof typeof icons;

/** A node's state by shape as well as by colour, as in the tree; the text beside it says it in words. */
export function healthIcon(node: NodeState): HTMLElement {
  return healthMark(shownHealth(node));
}

export function healthMark(shape: HealthShape): HTMLElement {
  return element("span", { class: `health ${shape}`, "aria-hidden": "true" }, icon(icons[shape]));
}
