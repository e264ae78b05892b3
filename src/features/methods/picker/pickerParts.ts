import { QuickPickItemKind, ThemeIcon, window } from "vscode";
import { type PickerParts } from "./pickMethod";

export const pickerParts: PickerParts = {
  createQuickPick: () => window.createQuickPick(),
  button: (icon, tooltip) => ({ iconPath: new ThemeIcon(icon), tooltip }),
  heading: (label) => ({ label, kind: QuickPickItemKind.Separator }),
};
