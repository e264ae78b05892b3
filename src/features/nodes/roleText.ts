import * as l10n from "@vscode/l10n";
import { type Session } from "../../komari/session";

/** What we are to a server; undefined while that is unknown. */
export function roleText({ state }: Pick<Session, "state">): string | undefined {
  if (state.kind !== "ready") return undefined;
  return state.identity.role === "admin" ? l10n.t("administrator") : l10n.t("guest");
}
