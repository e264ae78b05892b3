import * as l10n from "@vscode/l10n";
import { type PresenceCounts } from "../../fleet/presence";

/** "3/5": online of total. While statuses are stale nobody knows, and a dash says so. */
export function onlineCount({ online, stale, total }: PresenceCounts): string {
  return `${stale > 0 ? "–" : online}/${total}`;
}

export function onlineSentence({ online, stale, total }: PresenceCounts): string {
  return stale > 0
    ? l10n.t("not known how many of {0} are online", total)
    : l10n.t("{0} of {1} online", online, total);
}
