import * as l10n from "@vscode/l10n";
import { type CallAction } from "../../../src/shared/call/callApi";

/** Button label of an action. */
export function actionText(action: CallAction): string {
  switch (action) {
    case "signIn":
      return l10n.t("Sign In…");
    case "reconnect":
      return l10n.t("Reconnect");
    case "openDashboard":
      return l10n.t("Open Dashboard");
    case "showLog":
      return l10n.t("Show Log");
    case "editServer":
      return l10n.t("Edit Server…");
    case "useHttps":
      return l10n.t("Use HTTPS…");
  }
}
