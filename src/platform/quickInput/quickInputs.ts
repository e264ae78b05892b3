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
  showMessage(
    input: Pick<InputBox, "validationMessage">,
    message: string,
    severity: "info" | "warning",
  ): void;
}

const severities = {
  info: InputBoxValidationSeverity.Info,
  warning: InputBoxValidationSeverity.Warning,
} as const;

export const quickInputs: QuickInputs = {
  createInputBox: () => window.createInputBox(),
  createQuickPick: () => window.createQuickPick(),
  addBackButton: (input, goBack) => {
    input.buttons = [QuickInputButtons.Back, ...input.buttons];
    input.onDidTriggerButton((pressed) => {
      if (pressed === QuickInputButtons.Back) goBack();
    });
  },
  button: (icon, tooltip) => ({ iconPath: new ThemeIcon(icon), tooltip }),
  showMessage: (input, message, severity) => {
    input.validationMessage = { message, severity: severities[severity] };
  },
};
