import * as l10n from "@vscode/l10n";
import { type MethodSpec } from "../../shared/call/methodSpec";
import { riskText, roleText } from "../../shared/call/methodTexts";
import { shownName } from "../../shared/shownName";
import { joinList } from "../../shared/joinList";
import { type Row, type RowIcon } from "../../platform/treeRow";
import { type MethodGroup } from "./arrangeMethods";
import { riskIcons, summaryOf } from "./methodWords";

export interface MethodRowContext {
  readonly isFavorite: boolean;
  /** Our role on the server may not call it. */
  readonly denied: boolean;
  /** Its namespace does not stand above it. */
  readonly withNamespace: boolean;
}

export const deniedIcon: RowIcon = { id: "lock", color: "disabledForeground" };

export function methodRow(spec: MethodSpec, context: MethodRowContext): Row {
  const { isFavorite, denied, withNamespace } = context;
  const label = withNamespace ? methodLabel(spec.name) : nameInNamespace(spec);
  const description = [...(denied ? [roleText(spec.role)] : []), summaryOf(spec)]
    .filter((part) => part !== "")
    .join(" · ");
  return {
    label,
    description,
    icon: denied ? deniedIcon : riskIcons[spec.risk],
    accessibleLabel: joinList(
      [methodLabel(spec.name), riskText(spec), description].filter((part) => part !== ""),
    ),
    contextValue: ["method", isFavorite ? "favoriteMethod" : "plainMethod"].join(" "),
  };
}

export function methodLabel(name: string): string {
  const label = shownName(name);
  return label === "" ? l10n.t("Unnamed method") : label;
}

function nameInNamespace({ name, namespace }: MethodSpec): string {
  return methodLabel(namespace === "" ? name : name.slice(namespace.length + 1));
}

export function namespaceRow({ key, methods }: MethodGroup): Row {
  const label = key.kind === "favorites" ? l10n.t("Favorites") : namespaceLabel(key.name);
  return {
    label,
    description: String(methods.length),
    icon: {
      id: key.kind === "favorites" ? "star-full" : "symbol-namespace",
      color: "icon.foreground",
    },
    accessibleLabel: joinList([label, methodCount(methods.length)]),
    contextValue: "namespace",
  };
}

export function namespaceLabel(namespace: string): string {
  const label = shownName(namespace);
  return label === "" ? l10n.t("No namespace") : label;
}

export function methodCount(count: number): string {
  return count === 1 ? l10n.t("1 method") : l10n.t("{0} methods", count);
}
