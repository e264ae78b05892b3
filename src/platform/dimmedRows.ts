import { FileDecoration, type FileDecorationProvider, ThemeColor, Uri } from "vscode";

const scheme = "komari-dimmed";

/** Rows have no colors of their own; those of a file do, by its decoration. All dimmed rows share one. */
export const dimmedUri = Uri.from({ scheme, path: "/" });

const color = new ThemeColor("disabledForeground");

export const dimmedRows: FileDecorationProvider = {
  provideFileDecoration: (uri) =>
    uri.scheme === scheme ? new FileDecoration(undefined, undefined, color) : undefined,
};
