import assert from "node:assert/strict";
import { type QuickInputButton } from "vscode";
import { isRecord } from "../../src/util/json";

/** There are no icons outside VS Code. */
export function fakeButton(icon: string, tooltip: string): QuickInputButton {
  const button: unknown = { iconPath: { id: icon }, tooltip };
  assert(isButton(button));
  return button;
}

function isButton(value: unknown): value is QuickInputButton {
  return isRecord(value) && isRecord(value.iconPath);
}
