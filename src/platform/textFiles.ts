import { FileSystemError, Uri, workspace } from "vscode";

/** Files of ours in one folder of VS Code's storage, by name. */
export interface TextFiles {
  /** Undefined where there is none. */
  read(name: string): Promise<string | undefined>;
  /** Makes the folder when it is needed. */
  write(name: string, text: string): Promise<void>;
  /** Of all that are there. */
  names(): Promise<readonly string[]>;
  /** Does nothing where there is none. */
  delete(name: string): Promise<void>;
}

export function textFiles(folder: Uri): TextFiles {
  const at = (name: string) => Uri.joinPath(folder, name);
  return {
    read: async (name) => {
      const bytes = await unlessMissing(workspace.fs.readFile(at(name)));
      return bytes === undefined ? undefined : new TextDecoder().decode(bytes);
    },
    write: async (name, text) => {
      await workspace.fs.createDirectory(folder);
      await workspace.fs.writeFile(at(name), new TextEncoder().encode(text));
    },
    names: async () => {
      const entries = (await unlessMissing(workspace.fs.readDirectory(folder))) ?? [];
      return entries.map(([name]) => name);
    },
    delete: async (name) => {
      await unlessMissing(workspace.fs.delete(at(name)));
    },
  };
}

async function unlessMissing<T>(done: Thenable<T>): Promise<T | undefined> {
  try {
    return await done;
  } catch (error) {
    if (error instanceof FileSystemError && error.code === "FileNotFound") return undefined;
    throw error;
  }
}
