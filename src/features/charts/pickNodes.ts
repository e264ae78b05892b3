import * as l10n from "@vscode/l10n";
import { env, window } from "vscode";
import { type Fleet } from "../../fleet/fleet";
import { isSettled } from "./isSettled";
import { nodeItems } from "./nodeItems";
import { type Subject, subjectOf } from "./subject";

/** Asks for one node or several; undefined: cancelled, or none. */
export async function pickNodes(fleet: Fleet): Promise<Subject | undefined> {
  const items = async () => {
    await settledFleet(fleet);
    return nodeItems(fleet.servers, new Intl.Collator(env.language, { numeric: true }));
  };
  const chosen = await window.showQuickPick(items(), {
    title: l10n.t("Open Charts"),
    placeHolder: l10n.t("One node, or several to compare"),
    matchOnDescription: true,
    canPickMany: true,
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
