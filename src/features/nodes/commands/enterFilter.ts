import * as l10n from "@vscode/l10n";
import { window } from "vscode";
import { type NodesState } from "../nodesState";

/** Filters while the user types; Escape brings the former filter back. */
export async function enterFilter(state: NodesState): Promise<void> {
  const former = state.choices.filter;
  const input = window.createInputBox();
  input.title = l10n.t("Filter Nodes");
  input.prompt = l10n.t(
    "Words that all occur in a node's name, group, tags, region, system, address or remark",
  );
  input.placeholder = l10n.t("for example: tokyo debian");
  input.value = former;
  // Looking at the filtered rows must not undo the filter.
  input.ignoreFocusOut = true;
  input.onDidChangeValue((filter) => void state.choose({ filter }));
  const accepted = await new Promise<boolean>((resolve) => {
    input.onDidAccept(() => {
      resolve(true);
      input.hide();
    });
    input.onDidHide(() => {
      resolve(false);
      input.dispose();
    });
    input.show();
  });
  if (!accepted) await state.choose({ filter: former });
}
