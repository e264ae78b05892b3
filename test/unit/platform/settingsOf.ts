import { type Settings } from "../../../src/settings/config";

/** A configuration as VS Code hands it out: whatever the file holds. */
export function settingsOf(values: Readonly<Record<string, unknown>>): Settings {
  return { get: (section) => values[section] };
}
