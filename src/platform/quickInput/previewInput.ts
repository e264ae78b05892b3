import { window } from "vscode";
import { plainText } from "../plainText";

export interface PreviewInputOptions {
  readonly title: string;
  /** Stands behind the preview. */
  readonly help: string;
  readonly value: string;
  /** What the value makes, shown below while it is typed; may hold text of a server. */
  readonly preview: (value: string) => string;
}

/** An input box that shows what comes of the value; undefined: cancelled. */
export async function previewInput(options: PreviewInputOptions): Promise<string | undefined> {
  const { title, help, value, preview } = options;
  const input = window.createInputBox();
  const show = () => {
    input.prompt = plainText(`${preview(input.value)} — ${help}`);
  };
  input.title = title;
  input.value = value;
  input.onDidChangeValue(show);
  show();
  return new Promise((resolve) => {
    input.onDidAccept(() => {
      resolve(input.value);
      input.hide();
    });
    input.onDidHide(() => {
      resolve(undefined);
      input.dispose();
    });
    input.show();
  });
}
