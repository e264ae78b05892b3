import fs from "node:fs";
import path from "node:path";

export type Settings = Readonly<Record<string, unknown>>;

/** A VS Code that shows our extension and nothing else: no tips, AI, updates, animations or network. */
export const quietSettings: Settings = {
  "chat.disableAIFeatures": true,
  "editor.cursorBlinking": "solid",
  "extensions.autoCheckUpdates": false,
  "extensions.autoUpdate": false,
  "extensions.ignoreRecommendations": true,
  "git.enabled": false,
  "security.workspace.trust.enabled": false,
  "telemetry.telemetryLevel": "off",
  "update.mode": "none",
  "window.commandCenter": false,
  "window.dialogStyle": "custom",
  "workbench.enableExperiments": false,
  "workbench.layoutControl.enabled": false,
  "workbench.reduceMotion": "on",
  "workbench.secondarySideBar.defaultVisibility": "hidden",
  "workbench.startupEditor": "none",
  "workbench.tips.enabled": false,
};

export function settingsFile(userDataDir: string): string {
  return path.join(userDataDir, "User", "settings.json");
}

export function writeSettings(userDataDir: string, settings: Settings): void {
  const file = settingsFile(userDataDir);
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, JSON.stringify({ ...quietSettings, ...settings }, undefined, 2));
}

export function readSettings(userDataDir: string): Settings {
  return JSON.parse(fs.readFileSync(settingsFile(userDataDir), "utf8")) as Settings;
}
