import * as l10n from "@vscode/l10n";
import { liveInput } from "../../../platform/liveInput";
import { type MethodsState } from "../methodsState";

/** Filters while the user types; Escape brings the former filter back. */
export async function enterMethodFilter(state: MethodsState): Promise<void> {
  await liveInput({
    title: l10n.t("Filter Methods"),
    prompt: l10n.t("Words that all occur in a method's name, documentation, role or risk"),
    placeholder: l10n.t("for example: client secrets"),
    value: state.choices.filter,
    apply: (filter) => state.choose({ filter }),
  });
}
