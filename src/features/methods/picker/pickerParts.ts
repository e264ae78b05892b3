import { QuickPickItemKind } from "vscode";
import { quickInputs } from "../../../platform/quickInput/quickInputs";
import { type PickerParts } from "./pickMethod";

export const pickerParts: PickerParts = {
  createQuickPick: () => quickInputs.createQuickPick(),
  button: (icon, tooltip) => quickInputs.button(icon, tooltip),
  heading: (label) => ({ label, kind: QuickPickItemKind.Separator }),
};
