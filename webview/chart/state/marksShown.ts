import * as l10n from "@vscode/l10n";
import { type TimeRange } from "../../../src/shared/times";
import { type LineStore } from "../data/lineStore";

export function restartsIn(
  store: Pick<LineStore, "restarts">,
  { from, to }: TimeRange,
): readonly number[] {
  return store.restarts().filter((time) => time >= from && time <= to);
}

/** What the marks that are drawn in all charts stand for; "" while there are none. */
export function marksText(
  store: Pick<LineStore, "restarts" | "offline">,
  range: TimeRange,
): string {
  const { from, to } = range;
  const offline = store.offline().some((each) => each.to > from && each.from < to);
  return [
    ...(restartsIn(store, range).length > 0 ? [l10n.t("dashed line: restart")] : []),
    ...(offline ? [l10n.t("shaded: offline")] : []),
  ].join(l10n.t("; "));
}
