import * as l10n from "@vscode/l10n";
import { type ParamSpec } from "../../../src/shared/call/methodSpec";

/** A common time, relative to now. */
export interface TimeChoice {
  readonly text: string;
  /** Milliseconds from now; negative: in the past. */
  readonly afterMs: number;
}

const hour = 3_600_000;

export function timeChoices({ past }: Pick<ParamSpec, "past">): readonly TimeChoice[] {
  const now = { text: l10n.t("Now"), afterMs: 0 };
  return past
    ? [
        now,
        { text: l10n.t("1 h ago"), afterMs: -hour },
        { text: l10n.t("24 h ago"), afterMs: -24 * hour },
      ]
    : [
        now,
        { text: l10n.t("In 1 h"), afterMs: hour },
        { text: l10n.t("Tomorrow"), afterMs: 24 * hour },
      ];
}
