import * as l10n from "@vscode/l10n";
import { env } from "vscode";
import { type Fleet } from "../../fleet/fleet";
import { pickItems } from "../../platform/quickInput/pickItems";
import { quickInputs } from "../../platform/quickInput/quickInputs";
import { DisposableStore } from "../../util/disposable";
import { isSettled } from "../common/isSettled";
import { nodeItems } from "../common/nodeItems";
import { type Subject, subjectOf } from "../common/chartSubject";
import { nodeKey, type NodeRef } from "../common/nodeRef";

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
  const listeners = new DisposableStore();
  try {
    const chosen = await pickItems(quickInputs, {
      title,
      placeholder: l10n.t("Select a node, or several to compare"),
      many: true,
      known: items(),
      items: settledFleet(fleet, listeners).then(items),
      picked: picked.map(nodeKey),
    });
    return subjectOf(
      "",
      (chosen ?? []).map(({ node }) => node),
    );
  } finally {
    listeners.dispose();
  }
}

/** Resolves once every server has listed its nodes or failed; never after the listeners are disposed. */
function settledFleet(fleet: Fleet, listeners: DisposableStore): Promise<void> {
  return new Promise((resolve) => {
    const update = () => {
      if (isSettled(fleet)) resolve();
    };
    listeners.add(fleet.onDidChange(update));
    listeners.add(fleet.onDidChangeServers(update));
    update();
  });
}
