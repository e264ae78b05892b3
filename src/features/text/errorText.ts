import * as l10n from "@vscode/l10n";
import { problemOf } from "../../komari/problem";
import { clip } from "../../shared/clip";
import { singleLine } from "../../shared/singleLine";
import { OverdueError } from "../../util/deadline";
import { WriteError } from "../../util/writeError";
import { problemText } from "./problemText";

const maxReasonLength = 300;

/** One sentence or two for people about any error. */
export function errorText(error: unknown): string {
  if (error instanceof WriteError) return writeErrorText(error);
  return problemText(problemOf(error, { kind: "guest" })).message;
}

function writeErrorText(error: WriteError): string {
  const reason = writeReason(error);
  switch (error.what) {
    case "settings":
      return l10n.t("The settings could not be changed: {0}", reason);
    case "state":
      return l10n.t("The choice could not be saved: {0}", reason);
    case "file":
      return l10n.t("The file could not be saved: {0}", reason);
  }
}

/** Why something could not be written, in the words of VS Code or of the file system, on one line. */
export function writeReason(error: unknown): string {
  const cause = error instanceof WriteError ? error.cause : error;
  if (cause instanceof OverdueError) return l10n.t("there was no response in time");
  const words = cause instanceof Error ? cause.message : String(cause);
  return clip(singleLine(words).trim(), maxReasonLength);
}
