const cells = 24;
const blank = "\u00a0";

/**
 * A bar of blank cells with a background: screen readers have nothing to spell out, and the number
 * follows as text. VS Code lets only colors into the style of a span.
 */
export function usageBar(percent: number, warning: boolean): string {
  const share = Math.min(100, Math.max(0, percent)) / 100;
  const rounded = Math.round(cells * share);
  // Empty and full only where it is.
  const full = share === 0 || share === 1 ? rounded : Math.min(cells - 1, Math.max(1, rounded));
  const color = warning ? "charts-yellow" : "descriptionForeground";
  return part(full, color) + part(cells - full, "scrollbarSlider-background");
}

function part(length: number, color: string): string {
  if (length === 0) return "";
  return `<span style="background-color:var(--vscode-${color});">${blank.repeat(length)}</span>`;
}
