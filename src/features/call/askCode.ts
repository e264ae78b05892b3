import * as l10n from "@vscode/l10n";
import { window } from "vscode";
import { plainText } from "../../platform/plainText";
import { shownName } from "../../shared/shownName";

/** A code of the second factor, to be sent with one call; undefined: cancelled. */
export async function askCode(
  method: string,
  server: string,
  wrong: boolean,
): Promise<string | undefined> {
  const code = await window.showInputBox({
    title: plainText(l10n.t("Two-Factor Code for {0} on {1}", shownName(method), server)),
    placeHolder: "123456",
    prompt: wrong
      ? l10n.t("The code was not accepted. Codes change every 30 seconds.")
      : l10n.t("This call needs a code from your authenticator app."),
    ignoreFocusOut: true,
    validateInput: (text) =>
      /^\s*\S+\s*$/.test(text) ? undefined : l10n.t("Enter the code without spaces."),
  });
  return code?.trim();
}
