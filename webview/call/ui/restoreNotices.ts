import * as l10n from "@vscode/l10n";
import { reconcileChildren, button, element } from "../../lib/dom";
import { icon } from "../../lib/icons";

export interface RestoreEvents {
  /** Restores what was entered before the host filled the form. */
  readonly onRestore: () => void;
  readonly onDismiss: () => void;
  /** Restores JSON that an edit of the form has overwritten. */
  readonly onRestoreJson: () => void;
}

export interface RestoreNotices {
  readonly element: HTMLElement;
  readonly update: (shown: { readonly replaced: boolean; readonly lostJson: boolean }) => void;
}

/** Notices with buttons that restore overwritten input. */
export function createRestoreNotices(events: RestoreEvents): RestoreNotices {
  const replaced = createRestoreNotice(
    l10n.t("The parameters were filled in. You can restore what you had entered."),
    events.onRestore,
    events.onDismiss,
  );
  const lostJson = createRestoreNotice(
    l10n.t("The form couldn't represent all of your JSON and rewrote it."),
    events.onRestoreJson,
  );
  const root = element("div", { role: "status" });
  return {
    element: root,
    update: (shown) => {
      reconcileChildren(root, [
        ...(shown.replaced ? [replaced] : []),
        ...(shown.lostJson ? [lostJson] : []),
      ]);
    },
  };
}

function createRestoreNotice(
  text: string,
  onRestore: () => void,
  onClose?: () => void,
): HTMLElement {
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
