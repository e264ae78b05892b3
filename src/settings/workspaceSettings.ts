import { ConfigurationTarget, workspace } from "vscode";
import { settingsSection } from "../manifest/contributions";
import { writing } from "../util/writeError";
import { type SettingsSource } from "./setting";
import { type UserSetting } from "./userSetting";

export const workspaceSettings: SettingsSource = {
  current: () => workspace.getConfiguration(settingsSection),
  onDidChange: (listener) =>
    workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration(settingsSection)) listener();
    }),
};

/** A setting in the user's settings.json. */
export function userSetting(id: string): UserSetting {
  const configuration = () => workspace.getConfiguration(settingsSection);
  return {
    read: () => configuration().inspect<unknown>(id)?.globalValue,
    write: (value) =>
      writing("settings", () => configuration().update(id, value, ConfigurationTarget.Global)),
  };
}

/**
 * The same in the settings of the workspace; undefined: no folder is open, or it is not trusted. Of
 * one that is not, restricted settings read as if they were not there: writing would lose them.
 */
export function workspaceSetting(id: string): UserSetting | undefined {
  if (workspace.workspaceFolders === undefined || !workspace.isTrusted) return undefined;
  const configuration = () => workspace.getConfiguration(settingsSection);
  return {
    read: () => configuration().inspect<unknown>(id)?.workspaceValue,
    write: (value) =>
      writing("settings", () => configuration().update(id, value, ConfigurationTarget.Workspace)),
  };
}

/** Writes to the workspace's settings if they hold the setting, else to the user's. */
export async function writeSetting(id: string, value: unknown): Promise<void> {
  const configuration = workspace.getConfiguration(settingsSection);
  const inWorkspace = configuration.inspect<unknown>(id)?.workspaceValue !== undefined;
  const target = inWorkspace ? ConfigurationTarget.Workspace : ConfigurationTarget.Global;
  await writing("settings", () => configuration.update(id, value, target));
}
