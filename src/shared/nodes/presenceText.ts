import * as l10n from "@vscode/l10n";
import { type Presence } from "./presence";

export function presenceText(presence: Presence): string {
  switch (presence) {
    case "online":
      return l10n.t("online");
    case "offline":
      return l10n.t("offline");
    case "stale":
      return l10n.t("last known");
    case "waiting":
      return l10n.t("waiting for status");
    case "neverReported":
      return l10n.t("never reported");
  }
}
