import * as l10n from "@vscode/l10n";
import { reconcileChildren, button, element } from "../../lib/dom";
import { icon } from "../../lib/icons";

export interface OffersEvents {
  /** What was written before the host filled the form. */
  readonly onRestore: () => void;
  readonly onForget: () => void;
  /** JSON that an edit of the form has written over. */
  readonly onRestoreJson: () => void;
}

export interface Offers {
  readonly element: HTMLElement;
  readonly update: (offered: { readonly replaced: boolean; readonly lostJson: boolean }) => void;
}

/** What was typed and is no longer shown, to be had back. */
export function createOffers(events: OffersEvents): Offers {
  const replaced = createOffer(
    l10n.t("The parameters were filled in. You can restore what you had entered."),
    events.onRestore,
    events.onForget,
  );
  const lostJson = createOffer(
    l10n.t("The form couldn't represent all of your JSON and rewrote it."),
    events.onRestoreJson,
  );
  const root = element("div", { role: "status" });
  return {
    element: root,
    update: (offered) => {
      reconcileChildren(root, [
        ...(offered.replaced ? [replaced] : []),
        ...(offered.lostJson ? [lostJson] : []),
      ]);
    },
  };
}

function createOffer(text: string, onRestore: () => void, onClose?: () => void): HTMLElement {
  return element(
    "div",
    { class: "notice info" },
    icon("info"),
    element("span", { class: "notice-text" }, text),
    button({ text: l10n.t("Restore"), class: "secondary", onClick: onRestore }),
    onClose &&
      button({
        icon: icon("close"),
        label: l10n.t("Close"),
        class: "tool icon-only",
        onClick: onClose,
      }),
  );
}
