import { inkOn, mixColors } from "../../lib/contrast";
import { type Theme } from "../../lib/theme";
import { fillShares } from "../state/mapFill";

/** Gives the style sheet the fills of the map in the theme's colours, each with an ink that is read on it. */
export function setMapColors(root: HTMLElement, { color }: Theme): void {
  const background = color("editor-background");
  const set = (name: string, fill: string) => {
    root.style.setProperty(`--fill-${name}`, fill);
    root.style.setProperty(`--ink-${name}`, inkOn(fill));
  };
  fillShares.forEach((share, step) =>
    set(String(step), mixColors(color("charts-blue"), background, share)),
  );
  set("over", color("charts-yellow", "list-warningForeground"));
}
