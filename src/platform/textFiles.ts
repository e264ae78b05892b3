import { join } from "node:path";
import { type Clock, systemClock } from "../util/clock";
import { errorCode } from "../util/errorCode";
import { type Disk, isTemporary, localDisk, replaceFile, retryWhileLocked } from "./disk";

/** Files of ours in one folder of VS Code's storage, by name. Other windows may use the same ones. */
export interface TextFiles {
  /** Undefined where there is none. */
  read(name: string): Promise<string | undefined>;
  /** Makes the folder when it is needed. A file is seen whole or not at all, also by other windows. */
  write(name: string, text: string): Promise<void>;
  /** Does nothing where there is none. */
  rename(from: string, to: string): Promise<void>;
  /** The names of all files. */
  names(): Promise<readonly string[]>;
  /** Does nothing where there is none. */
  delete(name: string): Promise<void>;
}

/** Age of a file that a window began to write and never will end. */
const maxTemporaryAgeMs = 24 * 3_600_000;

/** @param folder its path */
export function textFiles(
  folder: string,
  disk: Disk = localDisk,
  clock: Clock = systemClock,
): TextFiles {
  const at = (name: string) => join(folder, name);
  let cleaned: Promise<void> | undefined;
  return {
    read: async (name) => {
      const bytes = await unlessMissing(retryWhileLocked(() => disk.read(at(name)), clock));
      return bytes === undefined ? undefined : new TextDecoder().decode(bytes);
    },
    write: async (name, text) => {
      await disk.makeFolder(folder);
      cleaned ??= deleteLeftOver(folder, disk, clock);
      await cleaned;
      await replaceFile(at(name), new TextEncoder().encode(text), disk, clock);
    },
    rename: async (from, to) => {
      await unlessMissing(retryWhileLocked(() => disk.rename(at(from), at(to)), clock));
    },
    names: async () => {
      const names = (await unlessMissing(disk.names(folder))) ?? [];
      return names.filter((name) => !isTemporary(name));
    },
    delete: async (name) => {
      await unlessMissing(retryWhileLocked(() => disk.delete(at(name)), clock));
    },
  };
}

/** What a window left that ended between writing and renaming; what another is writing now stays. */
async function deleteLeftOver(folder: string, disk: Disk, clock: Clock): Promise<void> {
  const names = await disk.names(folder).catch(() => []);
  for (const path of names.filter(isTemporary).map((name) => join(folder, name))) {
    try {
      const { mtimeMs } = await disk.stat(path);
      if (clock.wallTime() - mtimeMs > maxTemporaryAgeMs) await disk.delete(path);
    } catch {
      // Gone meanwhile, or locked: it is tried again by the next window.
    }
  }
}

async function unlessMissing<T>(done: Promise<T>): Promise<T | undefined> {
  try {
    return await done;
  } catch (error) {
    if (errorCode(error) === "ENOENT") return undefined;
    throw error;
  }
}
