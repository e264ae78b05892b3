import * as l10n from "@vscode/l10n";
import { type FleetServer } from "../../../src/shared/fleet/fleetApi";
import { button, element } from "../../lib/dom";

interface EmptyNoteOptions {
  readonly onClear: () => void;
  readonly onAddServer: () => void;
}

/** In place of the nodes, why there are none. */
export class EmptyNote {
  readonly element = element("div", { class: "empty" });
  #shown = "";

  constructor(private readonly options: EmptyNoteOptions) {}

  /** @param hasNodes there are some, which the filter hides. */
  update(isEmpty: boolean, hasNodes: boolean, servers: readonly FleetServer[]): void {
    this.element.hidden = !isEmpty;
    const kind = hasNodes ? "filtered" : servers.length === 0 ? "noServer" : "noNodes";
    if (!isEmpty || kind === this.#shown) return;
    this.#shown = kind;
    this.element.replaceChildren(...this.#content(kind));
  }

  #content(kind: "filtered" | "noServer" | "noNodes"): readonly HTMLElement[] {
    const { onClear, onAddServer } = this.options;
    switch (kind) {
      case "filtered":
        return [
          element("p", {}, l10n.t("No node matches.")),
          button({ text: l10n.t("Show All Nodes"), class: "secondary", onClick: onClear }),
        ];
      case "noServer":
        return [
          element("p", {}, l10n.t("Add a Komari server to see its nodes here.")),
          button({ text: l10n.t("Add Server…"), class: "primary", onClick: onAddServer }),
        ];
      case "noNodes":
        return [element("p", {}, l10n.t("There are no nodes to show."))];
    }
  }
}
