import * as l10n from "@vscode/l10n";
import { shownName } from "../../../src/shared/shownName";
import { changesSomething, type MethodSpec } from "../../../src/shared/call/methodSpec";
import { availabilityText, roleText, withAvailability } from "../../../src/shared/call/methodTexts";
import { type CallAction, type CallServer, type CallSetup } from "../../../src/shared/call/callApi";
import { button, element, newId, setAttributes, setText } from "../../lib/dom";
import { icon } from "../../lib/icons";
import { actionText, type Badge, riskBadge, roleBadge } from "../state/callTexts";

export interface Header {
  readonly element: HTMLElement;
  readonly update: (setup: CallSetup, isOpen: boolean) => void;
}

type OnAct = (action: CallAction) => void;

export interface HeaderParts {
  readonly onToggleAbout: (isOpen: boolean) => void;
  readonly onAct: OnAct;
  /** At the end of the line. */
  readonly actions: readonly HTMLElement[];
  /** Below the line. */
  readonly below: readonly HTMLElement[];
}

/** One line: the method, its server, what is unusual about both, and what can be done; notices below it. */
export function createHeader({ onToggleAbout, onAct, actions, below }: HeaderParts): Header {
  const title = element("h1");
  const serverName = element("span", { class: "server-name" });
  const server = element("span", { class: "server" }, icon("server"), serverName);
  const summary = element("p", { class: "summary" });
  const badges = element("ul", { class: "badges", "aria-label": l10n.t("About this method") });
  const about = createAbout(onToggleAbout);
  const notices = element("div", { class: "notices", role: "status" });
  const end = element("div", { class: "head-actions" }, about.button, ...actions);
  const line = element("div", { class: "head-line" }, title, server, badges, summary, end);
  let shown: CallSetup | undefined;
  return {
    element: element("header", {}, line, about.element, notices, ...below),
    update: (setup, isOpen) => {
      about.toggle(isOpen);
      // Unchanged content is kept, so that a screen reader or a selection is not interrupted.
      if (setup === shown) return;
      shown = setup;
      const { method, server: target } = setup;
      const name = shownName(method.name);
      setText(title, name);
      setAttributes(title, { title: name });
      setText(serverName, target.name);
      setAttributes(server, { title: `${target.name} · ${target.address}` });
      const text = method.summary ?? method.effect ?? "";
      setText(summary, text);
      setAttributes(summary, { title: text });
      badges.replaceChildren(...badgesOf(method, target).map(createBadge));
      about.show(method);
      notices.replaceChildren(
        ...noticesOf(method, target).map((notice) => createNotice(notice, onAct)),
      );
    },
  };
}

/** Description and result, on demand. */
function createAbout(onToggle: (isOpen: boolean) => void) {
  const id = newId();
  const root = element("div", { class: "about", id });
  let isShown = false;
  const toggle = button({
    icon: icon("info"),
    label: l10n.t("Description and Result"),
    class: "tool icon-only",
    onClick: () => onToggle(!isShown),
  });
  return {
    element: root,
    button: toggle,
    toggle: (isOpen: boolean) => {
      isShown = isOpen;
      root.hidden = !isOpen;
      setAttributes(toggle, { "aria-expanded": String(isOpen), "aria-controls": id });
    },
    show: (method: MethodSpec) => {
      root.replaceChildren(...paragraphsOf(method), ...factsOf(method));
    },
  };
}

/** Everybody may call most methods: that is said in the description. */
function badgesOf(method: MethodSpec, { readOnly }: CallServer) {
  const { role, risk, secondFactor } = method;
  return [
    { ...riskBadge(method), class: risk },
    ...(role === "guest" ? [] : [roleBadge(role)]),
    ...(secondFactor ? [{ icon: "key" as const, text: l10n.t("May need a two-factor code") }] : []),
    ...(readOnly ? [{ icon: "lock" as const, text: l10n.t("Read-only server") }] : []),
  ];
}

function createBadge(badge: Badge & { readonly class?: string }): HTMLElement {
  const text = element("span", {}, badge.text);
  const attributes = { class: `badge ${badge.class ?? ""}`, title: badge.text };
  return element("li", attributes, icon(badge.icon), text);
}

function paragraphsOf({ summary, effect, description }: MethodSpec): readonly HTMLElement[] {
  const texts = [summary, effect, description].filter((text) => text !== undefined);
  return [...new Set(texts)].map(prose);
}

function factsOf(method: MethodSpec): readonly HTMLElement[] {
  const { returns, role } = method;
  const available = availabilityText(method);
  return [
    ...(available === undefined ? [] : [prose(available)]),
    ...(role === "guest" ? [prose(roleText(role))] : []),
    ...(returns === undefined
      ? []
      : [element("h2", {}, l10n.t("Result")), element("p", { class: "prose returns" }, returns)]),
  ];
}
function prose(text: string): HTMLElement {
  return element("p", { class: "prose" }, text);
}

interface HeaderNotice {
  readonly severity: "info" | "warning";
  readonly text: string;
  readonly action?: CallAction | undefined;
}

function noticesOf(method: MethodSpec, server: CallServer): readonly HeaderNotice[] {
  const { role, risk } = method;
  const { problem, action, readOnly, unlisted } = server;
  return [
    ...(unlisted ? [{ severity: "warning" as const, text: unlistedText(method, server) }] : []),
    ...(problem === undefined ? [] : [{ severity: "warning" as const, text: problem, action }]),
    ...(role === "admin" && server.role === "guest" && problem === undefined
      ? [
          {
            severity: "info" as const,
            text: l10n.t("You're a guest on {0}. This call needs an administrator.", server.name),
            action: "signIn" as const,
          },
        ]
      : []),
    ...(readOnly && changesSomething(risk)
      ? [
          {
            severity: "info" as const,
            text: l10n.t("{0} is set to read-only. This call will not be sent.", server.name),
          },
        ]
      : []),
  ];
}

function unlistedText(method: MethodSpec, { name }: CallServer): string {
  return withAvailability(l10n.t("{0} does not list this method.", name), method);
}

function createNotice({ severity, text, action }: HeaderNotice, onAct: OnAct): HTMLElement {
  return element(
    "div",
    { class: `notice ${severity}` },
    icon(severity),
    element("span", { class: "notice-text" }, text),
    action &&
      button({ text: actionText(action), class: "secondary", onClick: () => onAct(action) }),
  );
}
