import { FileDecoration, type FileDecorationProvider, ThemeColor, Uri } from "vscode";
import { type Event } from "../../util/emitter";

const schemes = { plain: "komari-row", dimmed: "komari-dimmed" } as const;

/**
 * The URI by which VS Code requests the decoration of a row.
 * @param key distinguishes rows where that matters; without slashes.
 */
export function rowUri(dimmed: boolean, key = ""): Uri {
  return Uri.from({ scheme: dimmed ? schemes.dimmed : schemes.plain, path: `/${key}` });
}

/** The key of a row's URI; undefined for other URIs. */
function rowKey({ scheme, path }: Uri): string | undefined {
  return scheme === schemes.plain || scheme === schemes.dimmed ? path.slice(1) : undefined;
}

const color = new ThemeColor("disabledForeground");

/** Tree rows have no color of their own, but file decorations do. */
export const dimmedRows: FileDecorationProvider = {
  provideFileDecoration: ({ scheme }) =>
    scheme === schemes.dimmed ? new FileDecoration(undefined, undefined, color) : undefined,
};

/** Decorates nothing: receives the key of each row that VS Code draws, again after `onDidProbe`. */
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
