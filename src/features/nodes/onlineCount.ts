import * as l10n from "@vscode/l10n";
import { joinList } from "../../shared/joinList";
import { countReported, type PresenceCounts } from "../../fleet/presence";

/**
 * "3/5 · 2 offline · 1 hot": online of those that have ever reported, then what needs attention. While
 * statuses are stale, the number of online nodes is unknown and left out.
 */
export function onlineCount(counts: PresenceCounts): string {
  const { online, offline, stale, hot, expiring, neverReported, total } = counts;
  const reported = countReported(counts);
  const parts = stale > 0 || (reported === 0 && total > 0) ? [] : [`${online}/${reported}`];
  if (offline > 0) parts.push(l10n.t("{0} offline", offline));
  if (hot > 0) parts.push(l10n.t("{0} hot", hot));
  if (expiring > 0) parts.push(l10n.t("{0} expiring", expiring));
  if (neverReported > 0) parts.push(l10n.t("{0} never reported", neverReported));
  return parts.join(" · ");
}

/** The same for screen readers, and where there is room. */
export function onlineSentence(counts: PresenceCounts): string {
  const { online, offline, stale, hot, expiring, neverReported } = counts;
  const reported = countReported(counts);
  const parts = [
    stale > 0
      ? l10n.t("{0} nodes, online count unknown", reported)
      : l10n.t("{0} of {1} online", online, reported),
  ];
  if (offline > 0) parts.push(l10n.t("{0} offline", offline));
  if (hot > 0) parts.push(l10n.t("{0} over a threshold", hot));
  if (expiring > 0) parts.push(l10n.t("{0} expiring", expiring));
  if (neverReported > 0) parts.push(l10n.t("{0} never reported", neverReported));
  return joinList(parts);
}
