import * as l10n from "@vscode/l10n";
import { type Span } from "../../../src/shared/chartApi";
import { type Format } from "../../../src/shared/format";
import { type Times } from "../../../src/shared/times";

/** 4 → "4 h", 72 → "3 d". */
export function hoursText(hours: number, { duration }: Pick<Format, "duration">): string {
  return duration(hours * 3600);
}

export function spanText(
  span: Span,
  format: Pick<Format, "duration">,
  { between }: Pick<Times, "between">,
): string {
  switch (span.kind) {
    case "live":
      return l10n.t("Live");
    case "last":
      return hoursText(span.hours, format);
    case "all":
      return l10n.t("All");
    case "between":
      return between(span);
  }
}
