import * as l10n from "@vscode/l10n";
import { shownName } from "../../../src/shared/shownName";
import { changesSomething, type MethodSpec } from "../../../src/shared/call/methodSpec";
import { availabilityText, withAvailability } from "../../../src/shared/call/methodTexts";
import { type CallAction, type CallServer, type CallSetup } from "../../../src/shared/call/callApi";
import { button, element, setAttributes, setText } from "../../lib/dom";
import { icon } from "../../lib/icons";
import { actionText, type Badge, riskBadge, roleBadge } from "../state/callTexts";
import { createDisclosure } from "./disclosure";

export interface Header {
  readonly element: HTMLElement;
  readonly update: (setup: CallSetup, isOpen: boolean) => void;
}

type OnAct = (action: CallAction) => void;

/** The method, its server, and notices about both. */
export function createHeader(onToggle: (isOpen: boolean) => void, onAct: OnAct): Header {
  const title = element("h1");
  const serverName = element("span", { class: "server" });
  const summary = element("p", { class: "summary" });
  const intro = element("div", { class: "intro" });
  const badges = element("ul", { class: "badges", "aria-label": l10n.t("About this method") });
  const about = element("div", { class: "about" });
  const disclosure = createDisclosure(l10n.t("Description and result"), about, onToggle);
  const notices = element("div", { role: "status" });
  let shown: CallSetup | undefined;
  return {
    element: element(
      "header",
      {},
      element("div", { class: "heading" }, title, serverName),
      ...[badges, summary, intro, disclosure.element, notices],
    ),
    update: (setup, isOpen) => {
      disclosure.update(isOpen);
      // Unchanged content is kept, so that a screen reader or a selection is not interrupted.
      if (setup === shown) return;
      shown = setup;
      const { method, server } = setup;
      const name = shownName(method.name);
      setText(title, name);
      setAttributes(title, { title: name });
      setText(serverName, server.name);
      setAttributes(serverName, { title: `${server.name} · ${server.address}` });
      setText(summary, method.summary ?? method.effect ?? "");
      badges.replaceChildren(...badgesOf(method, server).map(createBadge));
      const isPlain = method.risk === "read";
      const paragraphs = paragraphsOf(method);
      intro.replaceChildren(...(isPlain ? [] : paragraphs));
      const texts = [...(isPlain ? paragraphs : []), ...factsOf(method)];
      about.replaceChildren(...texts);
      disclosure.element.hidden = texts.length === 0;
      notices.replaceChildren(
        ...noticesOf(method, server).map((notice) => createNotice(notice, onAct)),
      );
    },
  };
}

function badgesOf(method: MethodSpec, { readOnly }: CallServer) {
  const { role, risk, secondFactor } = method;
  return [
    { ...riskBadge(method), class: risk },
    roleBadge(role),
    ...(secondFactor ? [{ icon: "key" as const, text: l10n.t("May need a two-factor code") }] : []),
    ...(readOnly ? [{ icon: "lock" as const, text: l10n.t("Read-only server") }] : []),
  ];
}

function createBadge(badge: Badge & { readonly class?: string }): HTMLElement {
  const text = element("span", {}, badge.text);
  return element("li", { class: `badge ${badge.class ?? ""}` }, icon(badge.icon), text);
}

/** Expanded for methods that do more than read. */
function paragraphsOf({ summary, effect, description }: MethodSpec): readonly HTMLElement[] {
  const more = [effect === summary ? undefined : effect, description];
  return more.flatMap((text) => (text === undefined || text === summary ? [] : [prose(text)]));
}

function factsOf(method: MethodSpec): readonly HTMLElement[] {
  const { returns } = method;
  const available = availabilityText(method);
  return [
    ...(available === undefined ? [] : [prose(available)]),
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
