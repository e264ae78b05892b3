import { homedir } from "node:os";
import { Uri, window, workspace } from "vscode";

/**
 * Lets the user choose where to save; undefined when dismissed. Rejects when writing fails.
 * @param name suggested: a file's name, not a path.
 */
export async function saveFile(
  title: string,
  name: string,
  filters: Record<string, string[]>,
  content: Uint8Array,
): Promise<Uri | undefined> {
  const folder = workspace.workspaceFolders?.[0]?.uri ?? Uri.file(homedir());
  const defaultUri = Uri.joinPath(folder, name);
  const file = await window.showSaveDialog({ title, defaultUri, filters });
  if (file !== undefined) await workspace.fs.writeFile(file, content);
  return file;
}
