import * as l10n from "@vscode/l10n";
import { type MethodRole, type ParamSpec, type Risk } from "../../../src/shared/call/methodSpec";
import { type IconName } from "../../lib/icons";

export interface Badge {
  readonly icon: IconName;
  readonly text: string;
}

export function roleBadge(role: MethodRole): Badge {
  switch (role) {
    case "guest":
      return { icon: "person", text: l10n.t("Open to guests") };
    case "client":
      return { icon: "server", text: l10n.t("For agents") };
    case "admin":
      return { icon: "lock", text: l10n.t("Administrators only") };
  }
}

export function riskBadge(risk: Risk): Badge {
  switch (risk) {
    case "read":
      return { icon: "eye", text: l10n.t("Only reads") };
    case "secrets":
      return { icon: "key", text: l10n.t("Reveals secrets") };
    case "write":
      return { icon: "edit", text: l10n.t("Changes data") };
    case "destructive":
      return { icon: "trash", text: l10n.t("Destroys data") };
    case "execute":
      return { icon: "terminal", text: l10n.t("Runs code") };
  }
}

/** The type as its documentation writes it, or else in a word. */
export function typeLabel({ type, typeText }: ParamSpec): string {
  return typeText === "" ? type.kind : typeText;
}
