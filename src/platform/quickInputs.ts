import {
  type InputBox,
  InputBoxValidationSeverity,
  type QuickInputButton,
  QuickInputButtons,
  type QuickPick,
  type QuickPickItem,
  ThemeIcon,
  window,
} from "vscode";

/** Native inputs as a dependency, so that the flows over them are tested without VS Code. */
export interface QuickInputs {
  createInputBox(): InputBox;
  createQuickPick<T extends QuickPickItem>(): QuickPick<T>;
  /** Puts the native back button on an input. */
  addBackButton(input: Pick<InputBox, "buttons" | "onDidTriggerButton">, goBack: () => void): void;
  /** For a row, or for the title. */
  button(icon: string, tooltip: string): QuickInputButton;
  /** Shows a message that does not look like an error. */
  showWarning(input: Pick<InputBox, "validationMessage">, message: string): void;
}

export const quickInputs: QuickInputs = {
  createInputBox: () => window.createInputBox(),
  createQuickPick: () => window.createQuickPick(),
  addBackButton: (input, goBack) => {
    input.buttons = [QuickInputButtons.Back];
    input.onDidTriggerButton(goBack);
  },
  button: (icon, tooltip) => ({ iconPath: new ThemeIcon(icon), tooltip }),
  showWarning: (input, message) => {
    input.validationMessage = { message, severity: InputBoxValidationSeverity.Warning };
  },
};
