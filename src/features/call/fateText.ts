import * as l10n from "@vscode/l10n";
import { changesSomething, type MethodSpec } from "../../shared/call/methodSpec";
import { type CallCanceled, type CallFate } from "../../shared/call/callApi";

/** Whether a call may change something, for all that is known. */
export function mayChange({ risk, guessed }: Pick<MethodSpec, "risk" | "guessed">): boolean {
  return changesSomething(risk) || guessed === true;
}

/** `text` with a sentence that says whether a call was carried out, and how to find out. */
export function withFate(text: string, fate: CallFate, { checkWith }: MethodSpec): string {
  switch (fate) {
    case "notSent":
      return l10n.t("{0} The request was not sent.", text);
    case "refused":
      return l10n.t("{0} The call was not carried out.", text);
    case "unknown":
      return checkWith === undefined
        ? l10n.t(
            "{0} The call may have been carried out. Check its effect before sending it again.",
            text,
          )
        : l10n.t(
            "{0} The call may have been carried out. Check with {1} before sending it again.",
            text,
            checkWith,
          );
  }
}

/** A call that the user gave up. */
export function canceled(fate: CallFate, spec: MethodSpec): CallCanceled {
  if (!mayChange(spec)) return { kind: "cancelled" };
  return { kind: "cancelled", fate, text: withFate(l10n.t("Canceled."), fate, spec) };
}
