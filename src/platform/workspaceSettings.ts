import { ConfigurationTarget, workspace } from "vscode";
import { settingsSection } from "../contributions";
import { type UserSetting } from "./serverEntries";
import { type SettingsSource } from "./setting";

export const workspaceSettings: SettingsSource = {
  current: () => workspace.getConfiguration(settingsSection),
  onDidChange: (listener) =>
    workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration(settingsSection)) listener();
    }),
};

/** A setting of application scope, in the user's settings.json. */
export function userSetting(id: string): UserSetting {
  const configuration = () => workspace.getConfiguration(settingsSection);
  return {
    read: () => configuration().inspect<unknown>(id)?.globalValue,
    write: async (value) => {
      await configuration().update(id, value, ConfigurationTarget.Global);
    },
  };
}
