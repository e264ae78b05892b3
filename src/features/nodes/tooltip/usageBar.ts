const cells = 24;
const blank = "\u00a0";

/**
 * A bar of blank cells with a background: screen readers have nothing to spell out, and the number
 * follows as text. VS Code lets only colors into the style of a span.
 */
export function usageBar(percent: number, warning: boolean): string {
  const share = Math.min(100, Math.max(0, percent)) / 100;
  const full = Math.max(percent > 0 ? 1 : 0, Math.round(cells * share));
  const color = warning ? "charts-yellow" : "descriptionForeground";
  return part(full, color) + part(cells - full, "scrollbarSlider-background");
}

function part(length: number, color: string): string {
  if (length === 0) return "";
  return `<span style="background-color:var(--vscode-${color});">${blank.repeat(length)}</span>`;
}
