import { homedir } from "node:os";
import { Uri, window } from "vscode";

/**
 * Lets the user choose a file of the machine this extension runs on; undefined when dismissed.
 * In a remote window the dialog would else show the remote's files, which we cannot read.
 */
export async function openFile(
  title: string,
  filters: Record<string, string[]>,
): Promise<string | undefined> {
  const defaultUri = Uri.file(homedir());
  const files = await window.showOpenDialog({ title, filters, defaultUri, canSelectMany: false });
  return files?.[0]?.fsPath;
}
