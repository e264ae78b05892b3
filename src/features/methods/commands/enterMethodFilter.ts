import * as l10n from "@vscode/l10n";
import { liveInput } from "../../../platform/quickInput/liveInput";
import { type MethodsState } from "../methodsState";

/** Filters while the user types; Escape brings the former filter back. */
export async function enterMethodFilter(state: MethodsState): Promise<void> {
  await liveInput({
    title: l10n.t("Filter Methods"),
    prompt: l10n.t("Matches all words in a method's name, description, role or risk"),
    placeholder: l10n.t("Example: client secrets"),
    value: state.choices.filter,
    apply: (filter) => state.choose({ filter }),
  });
}
