import * as l10n from "@vscode/l10n";
import { commandIds, settingIds, settingsSection } from "../../manifest/contributions";

/** What the user can do about a problem with one click. */
export type Remedy =
  | "signIn"
  | "edit"
  | "reconnect"
  | "openDashboard"
  | "showLog"
  | "serversSetting"
  | "maxResponseSize";

/** Structurally a `vscode.Command`: fits tree items, buttons and executeCommand. */
export interface RemedyCommand {
  readonly title: string;
  readonly command: string;
  readonly arguments: unknown[];
}

/**
 * @param serverId the server that it applies to; undefined: the user picks one.
 * @param url see `ProblemText`.
 */
export function remedyCommand(
  remedy: Remedy,
  serverId: string | undefined,
  url?: string,
): RemedyCommand {
  const target = serverId === undefined ? [] : [{ serverId }];
  switch (remedy) {
    case "signIn":
      return { title: l10n.t("Sign In…"), command: commandIds.signIn, arguments: target };
    case "edit":
      return url === undefined || serverId === undefined
        ? { title: l10n.t("Edit…"), command: commandIds.editServer, arguments: target }
        : {
            title: l10n.t("Use HTTPS…"),
            command: commandIds.editServer,
            arguments: [{ serverId, url }],
          };
    case "reconnect":
      return { title: l10n.t("Reconnect"), command: commandIds.reconnectServer, arguments: target };
    case "openDashboard":
      return {
        title: l10n.t("Open Dashboard"),
        command: commandIds.openDashboard,
        arguments: target,
      };
    case "showLog":
      return { title: l10n.t("Show Log"), command: commandIds.showLog, arguments: [] };
    case "serversSetting":
      return openSetting(settingIds.servers);
    case "maxResponseSize":
      return openSetting(settingIds.maxResponseSize);
  }
}

function openSetting(id: string): RemedyCommand {
  return {
    title: l10n.t("Open Settings"),
    command: "workbench.action.openSettings",
    arguments: [`@id:${settingsSection}.${id}`],
  };
}
