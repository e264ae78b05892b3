import * as l10n from "@vscode/l10n";
import { liveInput } from "../../../platform/quickInput/liveInput";
import { type NodesState } from "../nodesState";

/** Filters while the user types; Escape brings the former filter back. */
export async function enterFilter(state: NodesState): Promise<void> {
  await liveInput({
    title: l10n.t("Filter Nodes"),
    prompt: l10n.t(
      "Matches all words in a node's name, group, tags, region, system, address or remark",
    ),
    placeholder: l10n.t("Example: tokyo debian"),
    value: state.choices.filter,
    apply: (filter) => state.choose({ filter }),
  });
}
