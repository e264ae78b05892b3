import { FileDecoration, type FileDecorationProvider, ThemeColor, Uri } from "vscode";
import { type Event } from "../util/emitter";

const schemes = { plain: "komari-row", dimmed: "komari-dimmed" } as const;

/**
 * VS Code asks for the decoration of a row by this.
 * @param key tells rows apart where that matters; without slashes.
 */
export function rowUri(dimmed: boolean, key = ""): Uri {
  return Uri.from({ scheme: dimmed ? schemes.dimmed : schemes.plain, path: `/${key}` });
}

/** The key of a row's URI; undefined for what is no row. */
function rowKey({ scheme, path }: Uri): string | undefined {
  return scheme === schemes.plain || scheme === schemes.dimmed ? path.slice(1) : undefined;
}

const color = new ThemeColor("disabledForeground");

/** Rows have no colors of their own; those of a file do, by its decoration. */
export const dimmedRows: FileDecorationProvider = {
  provideFileDecoration: ({ scheme }) =>
    scheme === schemes.dimmed ? new FileDecoration(undefined, undefined, color) : undefined,
};

/** Decorates nothing: it is told the key of each row that VS Code draws, again after `onDidProbe`. */
export function rowProbe(
  onDidProbe: Event<undefined>,
  setDrawn: (key: string) => void,
): FileDecorationProvider {
  return {
    onDidChangeFileDecorations: onDidProbe,
    provideFileDecoration: (uri) => {
      const key = rowKey(uri);
      if (key !== undefined) setDrawn(key);
      return undefined;
    },
  };
}
