import * as l10n from "@vscode/l10n";
import { canAskMe } from "../../komari/features";
import { type Session } from "../../komari/session";

/** A known harmful effect of a call on this server: a sentence that the confirmation shows. */
export function callHazard(
  method: string,
  { state, credential }: Pick<Session, "state" | "credential">,
): string | undefined {
  if (method !== "common:getMe" || state.kind !== "ready") return undefined;
  if (canAskMe(credential, state.identity.methods)) return undefined;
  return l10n.t("Servers up to 1.2.5 fail at this call if you are signed in with an API key.");
}
