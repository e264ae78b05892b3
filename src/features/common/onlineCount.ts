import * as l10n from "@vscode/l10n";
import { joinList } from "../../shared/joinList";
import { countReported, type PresenceCounts } from "../../shared/nodes/presence";

/**
 * "3/5 · 2 offline · 1 hot": online of those that have ever reported, then what needs attention. Counts that
 * do not cover all nodes yet are no fraction: "12 online · 812 waiting for status". While no status is up to
 * date, the number of online nodes is unknown and left out.
 */
export function onlineCount(counts: PresenceCounts): string {
  const { online, offline, hot, expiring, neverReported, total } = counts;
  const reported = countReported(counts);
  const parts: string[] = [];
  if (isPartial(counts)) {
    if (online > 0) parts.push(l10n.t("{0} online", online));
  } else if (reported > 0 || total === 0) {
    parts.push(`${online}/${reported}`);
  }
  if (offline > 0) parts.push(l10n.t("{0} offline", offline));
  if (hot > 0) parts.push(l10n.t("{0} hot", hot));
  if (expiring > 0) parts.push(l10n.t("{0} expiring", expiring));
  if (neverReported > 0) parts.push(l10n.t("{0} never reported", neverReported));
  return [...parts, ...pendingTexts(counts)].join(" · ");
}

/** The same for screen readers, and where there is room. */
export function onlineSentence(counts: PresenceCounts): string {
  const { online, offline, stale, hot, expiring, neverReported } = counts;
  const reported = countReported(counts);
  const parts: string[] = [];
  if (!isPartial(counts)) parts.push(l10n.t("{0} of {1} online", online, reported));
  else if (online > 0) parts.push(l10n.t("{0} online", online));
  else if (stale > 0) {
    parts.push(
      reported === 1
        ? l10n.t("1 node, online count unknown")
        : l10n.t("{0} nodes, online count unknown", reported),
    );
  }
  if (offline > 0) parts.push(l10n.t("{0} offline", offline));
  if (hot > 0) parts.push(l10n.t("{0} over a threshold", hot));
  if (expiring > 0) parts.push(l10n.t("{0} expiring", expiring));
  if (neverReported > 0) parts.push(l10n.t("{0} never reported", neverReported));
  return joinList([...parts, ...pendingTexts(counts)]);
}

/** "12 last known", "812 waiting for status": nodes of which it is not known whether they are online. */
export function pendingTexts({ online, stale, waiting }: PresenceCounts): readonly string[] {
  return [
    // Without an online node the number of all others says nothing more.
    ...(stale > 0 && online > 0 ? [l10n.t("{0} last known", stale)] : []),
    ...(waiting > 0 ? [l10n.t("{0} waiting for status", waiting)] : []),
  ];
}

function isPartial({ stale, waiting }: PresenceCounts): boolean {
  return stale > 0 || waiting > 0;
}
