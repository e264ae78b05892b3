import { homedir } from "node:os";
import { Uri, window, workspace } from "vscode";
import { systemClock } from "../util/clock";
import { writing } from "../util/writeError";
import { type FileContent, isRefused, localDisk, replaceFile } from "./disk";

/**
 * Lets the user choose where to save; undefined when dismissed. Rejects with a WriteError.
 * @param name suggested: a file's name, not a path.
 */
export async function saveFile(
  title: string,
  name: string,
  filters: Record<string, string[]>,
  content: FileContent,
): Promise<Uri | undefined> {
  const folder = workspace.workspaceFolders?.[0]?.uri ?? Uri.file(homedir());
  const defaultUri = Uri.joinPath(folder, name);
  const file = await window.showSaveDialog({ title, defaultUri, filters });
  if (file !== undefined) await writing("file", () => write(file, content));
  return file;
}

/** Replaces a file in one step, unless nothing can be created in its folder. */
async function write(file: Uri, content: FileContent): Promise<void> {
  if (file.scheme === "file") {
    try {
      await replaceExisting(file.fsPath, content);
      return;
    } catch (error) {
      if (!isRefused(error)) throw error;
    }
  }
  await workspace.fs.writeFile(file, bytesOf(content));
}

/** Other file systems take a file as a whole. */
function bytesOf(content: FileContent): Uint8Array {
  if (content instanceof Uint8Array) return content;
  return Buffer.concat(Array.from(content, (chunk) => Buffer.from(chunk)));
}

/** The target of a link, with its permissions. */
async function replaceExisting(path: string, content: FileContent): Promise<void> {
  const target = await localDisk.realPath(path).catch(() => path);
  const mode = await localDisk.stat(target).then(
    (found) => found.mode & 0o777,
    () => undefined,
  );
  await replaceFile(target, content, localDisk, systemClock, mode);
}
