import * as l10n from "@vscode/l10n";
import { type Span } from "../../../src/shared/chartApi";

/** 4 → "4 h", 72 → "3 d". */
export function hoursText(hours: number): string {
  if (hours >= 48 && hours % 24 === 0) return l10n.t("{0} d", hours / 24);
  return l10n.t("{0} h", hours);
}

/** How far back something is kept, rounded down to what people say. */
export function keptText(hours: number): string {
  return hoursText(hours > 48 ? Math.floor(hours / 24) * 24 : Math.floor(hours));
}

/** @param between for a stretch of time; in the panel's zone and locale. */
export function spanText(span: Span, between: (from: number, to: number) => string): string {
  switch (span.kind) {
    case "live":
      return l10n.t("Live");
    case "last":
      return hoursText(span.hours);
    case "all":
      return l10n.t("All");
    case "between":
      return between(span.from, span.to);
  }
}
