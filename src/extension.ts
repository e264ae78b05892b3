import * as l10n from "@vscode/l10n";
import * as vscode from "vscode";
import { createServices } from "./services";

export function activate(context: vscode.ExtensionContext): void {
  if (vscode.l10n.bundle !== undefined) l10n.config({ contents: vscode.l10n.bundle });
  context.subscriptions.push(createServices(context));
}
