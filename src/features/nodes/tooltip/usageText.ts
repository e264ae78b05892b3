import * as l10n from "@vscode/l10n";
import { type Format } from "../../../shared/format";
import { gap, type TooltipContext, warningText } from "./tooltipRow";

/** A bar and its percentage, in the warning color if it is one; undefined: not known. */
export function percentText(
  percent: number | undefined,
  warning: boolean,
  { format }: Pick<TooltipContext, "format">,
): string | undefined {
  if (percent === undefined) return undefined;
  const text = format.percent(percent);
  return `${usageBar(percent, warning)}${gap}${warning ? warningText(text) : text}`;
}

/** "7.5 of 8 GiB"; only the part that is known. */
export function amountText(
  used: number | undefined,
  total: number | undefined,
  format: Format,
): string | undefined {
  if (used === undefined || total === undefined) {
    // Agents report 0 used of an unknown total when they know neither.
    const known = used === 0 ? total : (used ?? total);
    return known === undefined ? undefined : format.bytes(known);
  }
  const [amount, unit] = splitUnit(format.bytes(used));
  const of = format.bytes(total);
  return l10n.t("{0} of {1}", splitUnit(of)[1] === unit ? amount : format.bytes(used), of);
}

function splitUnit(text: string): readonly [amount: string, unit: string] {
  const at = text.lastIndexOf(" ");
  return [text.slice(0, at), text.slice(at + 1)];
}

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
