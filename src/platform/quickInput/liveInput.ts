import { window } from "vscode";

export interface LiveInputOptions {
  readonly title: string;
  readonly prompt: string;
  readonly placeholder: string;
  readonly value: string;
  /** Called with every change while the user types, and with the initial value if cancelled. */
  readonly apply: (value: string) => Promise<void>;
}

/**
 * An input box that takes effect while the user types; Escape restores the initial value. Rejects with the first
 * error of `apply` once it is closed.
 */
export async function liveInput(options: LiveInputOptions): Promise<void> {
  const { title, prompt, placeholder, value: initialValue, apply } = options;
  const input = window.createInputBox();
  input.title = title;
  input.prompt = prompt;
  input.placeholder = placeholder;
  input.value = initialValue;
  // Looking at what has changed must not undo it.
  input.ignoreFocusOut = true;
  let failure: { readonly error: unknown } | undefined;
  input.onDidChangeValue((value) => {
    apply(value).catch((error: unknown) => {
      failure ??= { error };
    });
  });
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
  if (failure !== undefined) throw failure.error;
}
