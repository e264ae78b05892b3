import * as l10n from "@vscode/l10n";
import { type ChartSetup, type HeadAction, type NodeHead } from "../../../src/shared/chartApi";
import { button, element, newId, setAttributes, setText } from "../../lib/dom";
import { healthMark } from "../../lib/healthIcon";
import { icon } from "../../lib/icons";
import { type Heading } from "./toolbar";

export interface NodeHeadEvents {
  readonly onAct: (action: HeadAction) => void;
  readonly onStep: (by: 1 | -1) => void;
}

/** Who the node is and how it is, in three lines; all that is known of it on demand. */
export class NodeHeading implements Heading {
  readonly element: HTMLElement;
  readonly #icon = element("span", { class: "head-icon" });
  readonly #title = element("h1");
  readonly #server = element("span", { class: "server" });
  readonly #reason = element("span", { class: "head-reason" });
  readonly #state = element("span", { class: "head-state" });
  readonly #machine = element("div", { class: "head-line" });
  readonly #contract = element("div", { class: "head-line" });
  readonly #more: HTMLButtonElement;
  readonly #details = element("dl", { class: "head-details", id: newId(), hidden: true });
  readonly #favorite: HTMLButtonElement;
  readonly #place = element("span", { class: "head-place" });
  readonly #previous: HTMLButtonElement;
  readonly #next: HTMLButtonElement;
  #head: NodeHead | undefined;

  constructor(private readonly events: NodeHeadEvents) {
    const { onAct, onStep } = events;
    const favorite = () => onAct(this.#head?.favorite === true ? "removeFavorite" : "addFavorite");
    this.#favorite = button({
      icon: icon("star"),
      label: " ",
      class: "icon-only",
      onClick: favorite,
    });
    this.#previous = step("back", l10n.t("Previous node (Alt+←)"), () => onStep(-1));
    this.#next = step("forward", l10n.t("Next node (Alt+→)"), () => onStep(1));
    this.#more = button({
      text: l10n.t("More"),
      class: "link head-more",
      onClick: () => this.#showDetails(this.#details.hidden !== false),
    });
    setAttributes(this.#more, { "aria-controls": this.#details.id, "aria-expanded": "false" });
    const tools = element(
      "span",
      { class: "head-tools" },
      this.#favorite,
      ...actionButtons(onAct),
      element("span", { class: "head-steps" }, this.#previous, this.#place, this.#next),
    );
    const first = element("div", { class: "head-first" }, this.#icon, this.#title, this.#server);
    first.append(this.#reason, this.#state, tools);
    const last = element("div", { class: "head-last" }, this.#contract, this.#more);
    this.element = element(
      "div",
      { class: "node-head" },
      first,
      this.#machine,
      last,
      this.#details,
    );
    this.element.addEventListener("keydown", (event) => this.#onKey(event));
  }

  update({ title, serverName }: Pick<ChartSetup, "title" | "serverName">): void {
    setText(this.#title, title);
    setText(this.#server, serverName);
    this.#title.title = title;
    this.#server.title = serverName;
  }

  /** Undefined: the server no longer has the node, and what was known of it is gone too. */
  setHead(head: NodeHead | undefined): void {
    this.#head = head;
    const { reason = "", state = "", machine = [], contract = [], place } = head ?? {};
    this.#icon.replaceChildren(...(head === undefined ? [] : [healthMark(head.health)]));
    setText(this.#reason, reason);
    setText(this.#state, state);
    setParts(
      this.#machine,
      machine.map((text) => element("span", {}, text)),
    );
    const addresses = (head?.addresses ?? []).map(({ kind, text }) => {
      const label = l10n.t("Copy {0}", text);
      const copy = button({
        icon: icon("copy"),
        label,
        class: "icon-only",
        onClick: () => this.events.onAct(kind === "ipv4" ? "copyIpv4" : "copyIpv6"),
      });
      return element("span", { class: "head-address" }, text, copy);
    });
    setParts(this.#contract, [...addresses, ...contract.map((text) => element("span", {}, text))]);
    this.#showFavorite(head?.favorite === true);
    this.#showPlace(place);
    this.#details.replaceChildren(
      ...(head?.details ?? []).flatMap(([label, value]) => [
        element("dt", {}, label),
        element("dd", {}, value),
      ]),
    );
    this.#more.hidden = head === undefined;
  }

  #showFavorite(isFavorite: boolean): void {
    const label = isFavorite ? l10n.t("Remove from Favorites") : l10n.t("Add to Favorites");
    setAttributes(this.#favorite, {
      title: label,
      "aria-label": label,
      "aria-pressed": String(isFavorite),
    });
    this.#favorite.replaceChildren(icon(isFavorite ? "star" : "starEmpty"));
  }

  #showPlace(place: NodeHead["place"]): void {
    const { index = 0, count = 0 } = place ?? {};
    setText(this.#place, place === undefined ? "" : l10n.t("{0} of {1}", index + 1, count));
    setAttributes(this.#previous, { "aria-disabled": String(place === undefined || index === 0) });
    setAttributes(this.#next, {
      "aria-disabled": String(place === undefined || index >= count - 1),
    });
  }

  #showDetails(shown: boolean): void {
    this.#details.hidden = !shown;
    setAttributes(this.#more, { "aria-expanded": String(shown) });
    setText(this.#more, shown ? l10n.t("Less") : l10n.t("More"));
  }

  #onKey(event: KeyboardEvent): void {
    if (event.key !== "Escape" || this.#details.hidden) return;
    event.stopPropagation();
    this.#showDetails(false);
    this.#more.focus();
  }
}

function actionButtons(onAct: (action: HeadAction) => void): readonly HTMLButtonElement[] {
  return [
    button({
      icon: icon("terminal"),
      text: l10n.t("Call Method"),
      onClick: () => onAct("callMethod"),
    }),
    button({ icon: icon("compare"), text: l10n.t("Compare"), onClick: () => onAct("compare") }),
    button({
      icon: icon("external"),
      label: l10n.t("Open Dashboard"),
      class: "icon-only",
      onClick: () => onAct("openDashboard"),
    }),
  ];
}

function step(name: "back" | "forward", label: string, onClick: () => void): HTMLButtonElement {
  const made: HTMLButtonElement = button({
    icon: icon(name),
    label,
    class: "icon-only",
    onClick: () => {
      if (made.getAttribute("aria-disabled") !== "true") onClick();
    },
  });
  return made;
}

/** Of a line: the parts that fit; its tooltip has all of them. */
function setParts(line: HTMLElement, parts: readonly HTMLElement[]): void {
  const text = parts.map((part) => part.textContent).join(" · ");
  if (line.title === text) return;
  line.title = text;
  line.replaceChildren(...parts);
}
