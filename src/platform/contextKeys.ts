import { commands } from "vscode";
import { type contextKeys } from "../manifest/contributions";

export type ContextKey = (typeof contextKeys)[keyof typeof contextKeys];

/** What `when` clauses of the manifest see. */
export function setContextKey(key: ContextKey, value: boolean | string): void {
  void commands.executeCommand("setContext", key, value);
}
