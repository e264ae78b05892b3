import { randomUUID } from "node:crypto";
import {
  mkdir,
  open,
  readdir,
  readFile,
  realpath,
  rename,
  stat,
  unlink,
  writeFile,
} from "node:fs/promises";
import { type Clock } from "../util/clock";
import { errorCode } from "../util/errorCode";
import { pause } from "../util/pause";

/**
 * Bytes, or a text in chunks that are made while the others are written: it may be of any length. It may be read
 * more than once.
 */
export type FileContent = Uint8Array | Iterable<string>;

/** What is used of the file system. Paths are absolute. */
export interface Disk {
  readonly read: (path: string) => Promise<Uint8Array>;
  /** Fails where there is a file; resolves when all bytes are on the disk. */
  readonly create: (path: string, content: FileContent, mode?: number) => Promise<void>;
  /** Replaces what is there in one step. */
  readonly rename: (from: string, to: string) => Promise<void>;
  readonly delete: (path: string) => Promise<void>;
  readonly makeFolder: (path: string) => Promise<unknown>;
  readonly names: (folder: string) => Promise<readonly string[]>;
  readonly stat: (path: string) => Promise<{ readonly mode: number; readonly mtimeMs: number }>;
  readonly realPath: (path: string) => Promise<string>;
}

export const localDisk: Disk = {
  read: (path) => readFile(path),
  create,
  rename,
  delete: unlink,
  makeFolder: (path) => mkdir(path, { recursive: true }),
  names: (folder) => readdir(folder),
  stat: (path) => stat(path),
  realPath: (path) => realpath(path),
};

async function create(path: string, content: FileContent, mode?: number): Promise<void> {
  const file = await open(path, "wx", mode);
  try {
    await writeFile(file, content);
    await file.sync().catch((error: unknown) => {
      // Some network file systems cannot; the bytes are written all the same.
      if (!noSyncCodes.includes(errorCode(error))) throw error;
    });
  } finally {
    await file.close();
  }
}

const noSyncCodes: readonly unknown[] = ["EINVAL", "ENOSYS", "ENOTSUP"];

/** Files on their way to their own names; those of a process that has ended stay. */
const temporaryName = /\.[0-9a-f-]{36}\.tmp$/;
const lockedCodes: readonly unknown[] = ["EACCES", "EBUSY", "EPERM"];
/** Antivirus and indexing services on Windows hold a file for a moment after it was written. */
const lockedPausesMs = [20, 50, 100, 200];

export function isTemporary(name: string): boolean {
  return temporaryName.test(name);
}

/** Whether a file or its folder is locked, or may not be changed. */
export function isRefused(error: unknown): boolean {
  return lockedCodes.includes(errorCode(error)) || errorCode(error) === "EROFS";
}

/**
 * Writes beside the file and renames: whatever happens, the file holds all of the old content or all of
 * the new.
 */
export async function replaceFile(
  path: string,
  content: FileContent,
  disk: Disk,
  clock: Clock,
  mode?: number,
): Promise<void> {
  const temporary = `${path}.${randomUUID()}.tmp`;
  try {
    await disk.create(temporary, content, mode);
    await retryWhileLocked(() => disk.rename(temporary, path), clock);
  } catch (error) {
    await disk.delete(temporary).catch(() => undefined);
    throw error;
  }
}

/** Runs it again, a few times, while another process holds the file. */
export async function retryWhileLocked<T>(act: () => Promise<T>, clock: Clock): Promise<T> {
  for (const pauseMs of lockedPausesMs) {
    try {
      return await act();
    } catch (error) {
      if (!lockedCodes.includes(errorCode(error))) throw error;
    }
    await pause(clock, pauseMs);
  }
  return act();
}
