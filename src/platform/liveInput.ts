import { window } from "vscode";

export interface LiveInputOptions {
  readonly title: string;
  readonly prompt: string;
  readonly placeholder: string;
  readonly value: string;
  /** Told every change while the user types, and the former value when it is given up. */
  readonly apply: (value: string) => Promise<void>;
}

/** An input box that takes effect while the user types; Escape brings the former value back. */
export async function liveInput(options: LiveInputOptions): Promise<void> {
  const { title, prompt, placeholder, value: initialValue, apply } = options;
  const input = window.createInputBox();
  input.title = title;
  input.prompt = prompt;
  input.placeholder = placeholder;
  input.value = initialValue;
  // Looking at what has changed must not undo it.
  input.ignoreFocusOut = true;
  input.onDidChangeValue((value) => void apply(value));
  const accepted = await new Promise<boolean>((resolve) => {
    input.onDidAccept(() => {
      resolve(true);
      input.hide();
    });
    input.onDidHide(() => {
      resolve(false);
      input.dispose();
    });
    input.show();
  });
  if (!accepted) await apply(initialValue);
}
