import * as l10n from "@vscode/l10n";
import { type ResponseAction } from "../../../src/shared/call/callApi";
import { button, element } from "../../lib/dom";
import { icon, type IconName } from "../../lib/icons";
import { createMenu } from "../../lib/menu";

export interface ResponseActions {
  readonly root: HTMLElement;
  readonly update: (chartable: boolean) => void;
}

/** Toolbar of a response. */
export function createResponseActions(onAction: (action: ResponseAction) => void): ResponseActions {
  const action = (text: string, sign: IconName, name: ResponseAction) =>
    button({ text, icon: icon(sign), class: "tool", onClick: () => onAction(name) });
  const chart = action(l10n.t("Chart"), "chart", "chart");
  const root = element(
    "div",
    { class: "tools" },
    chart,
    action(l10n.t("Open in Editor"), "file", "openInEditor"),
    action(l10n.t("Save As…"), "export", "save"),
    action(l10n.t("Copy"), "copy", "copy"),
    compareMenu(onAction),
  );
  return { root, update: (chartable) => (chart.hidden = !chartable) };
}

function compareMenu(onAction: (action: ResponseAction) => void): HTMLElement {
  return createMenu({
    text: l10n.t("Compare"),
    icon: "chevron",
    entries: [
      [l10n.t("With the Previous Response"), () => onAction("compareWithPrevious")],
      [l10n.t("With Another Server's Response…"), () => onAction("compareWithServer")],
      [l10n.t("With a Past Response…"), () => onAction("compareWithHistory")],
    ],
  });
}
