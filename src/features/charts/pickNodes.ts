import * as l10n from "@vscode/l10n";
import { env } from "vscode";
import { type Fleet } from "../../fleet/fleet";
import { pickItems } from "../../platform/pickItems";
import { quickInputs } from "../../platform/quickInputs";
import { isSettled } from "./isSettled";
import { nodeItems } from "./nodeItems";
import { nodeKey, type NodeRef, type Subject, subjectOf } from "./subject";

/**
 * Asks for one node or several.
 * @param picked ticked at first.
 * @returns undefined: cancelled.
 */
export async function pickNodes(
  fleet: Fleet,
  title: string,
  picked: readonly NodeRef[] = [],
): Promise<Subject | undefined> {
  const collator = new Intl.Collator(env.language, { numeric: true });
  const items = () => nodeItems(fleet.servers, collator);
  const chosen = await pickItems(quickInputs, {
    title,
    placeholder: l10n.t("Select a node, or several to compare"),
    many: true,
    known: items(),
    items: settledFleet(fleet).then(items),
    picked: picked.map(nodeKey),
  });
  return subjectOf(
    "",
    (chosen ?? []).map(({ node }) => node),
  );
}

/** Resolves once every server has told its nodes, or cannot. */
function settledFleet(fleet: Fleet): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      if (!isSettled(fleet)) return;
      for (const listening of listenings) listening.dispose();
      resolve();
    };
    const listenings = [fleet.onDidChange(look), fleet.onDidChangeServers(look)];
    look();
  });
}
