import * as l10n from "@vscode/l10n";
import { type ServerFleet } from "../../../fleet/serverFleet";
import { type MethodSpec } from "../../../shared/call/methodSpec";
import { riskText, roleText } from "../../../shared/call/methodTexts";
import { shownName } from "../../../shared/shownName";
import { joinList } from "../../../shared/joinList";
import { type Row, type RowIcon } from "../../tree/row";
import { icons } from "../../tree/serverMessage";
import { type GroupKey } from "./arrangeMethods";
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

export function namespaceRow(key: GroupKey, count: number): Row {
  const label = key.kind === "favorites" ? l10n.t("Favorites") : namespaceLabel(key.name);
  return {
    label,
    description: String(count),
    icon: {
      id: key.kind === "favorites" ? "star-full" : "symbol-namespace",
      color: "icon.foreground",
    },
    accessibleLabel: joinList([label, methodCount(count)]),
    contextValue: "namespace",
  };
}

export function namespaceLabel(namespace: string): string {
  const label = shownName(namespace);
  return label === "" ? l10n.t("No namespace") : label;
}

function methodCount(count: number): string {
  return count === 1 ? l10n.t("1 method") : l10n.t("{0} methods", count);
}

type MethodsServer = Pick<ServerFleet, "name"> & {
  readonly session: Pick<ServerFleet["session"], "state">;
};

/**
 * "Home lab   95 methods".
 * @param total undefined while they are not known.
 */
export function methodsServerRow(server: MethodsServer, total: number | undefined): Row {
  const description = total === undefined ? "" : methodCount(total);
  const counted = description === "" ? server.name : joinList([server.name, description]);
  const failed = server.session.state.kind === "failed";
  return {
    label: server.name,
    description,
    icon: failed ? icons.notConnected : icons.server,
    accessibleLabel: failed ? l10n.t("{0}, not connected", counted) : counted,
    contextValue: "server",
  };
}
