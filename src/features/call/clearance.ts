import * as l10n from "@vscode/l10n";
import { joinList } from "../../shared/joinList";
import { alwaysAsks, changesSomething, type MethodSpec } from "../../shared/call/methodSpec";
import { callQuestion, type Question } from "./callQuestion";
import { callTargets } from "./callTargets";
import { paramEffects } from "./paramEffects";
import { canAskMe } from "../../komari/features";
import { type Session } from "../../komari/session";
import { type NamedServer } from "./serverNames";

/** Whether a call may be sent, needs a confirmation or is refused. */
export type Clearance =
  | { readonly kind: "send" }
  | { readonly kind: "ask"; readonly question: Question }
  | { readonly kind: "refuse"; readonly text: string };

export interface ClearanceContext {
  /** The names of the target servers. */
  readonly servers: readonly string[];
  /** The names of those that are read-only. */
  readonly readOnly: readonly string[];
  /** Sent from the form, which shows the method and its effect; else by a keybinding or a task. */
  readonly attended: boolean;
  /** Known harmful effects of the call on these servers, a sentence each. */
  readonly hazards?: readonly string[];
  /** Raw JSON as it will be sent; undefined: without. */
  readonly params: string | undefined;
  /** The server, if it is the only one: it knows the names of its nodes and ping tasks. */
  readonly target?: NamedServer | undefined;
}

/** Read-only servers refuse all calls that change something; calls that may do harm need a confirmation. */
export function clearanceOf(spec: MethodSpec, context: ClearanceContext): Clearance {
  const { servers, readOnly, attended, hazards = [], params, target } = context;
  if (changesSomething(spec.risk) && readOnly.length > 0) {
    return { kind: "refuse", text: readOnlyText(spec.name, readOnly) };
  }
  const effects = [
    ...(changesSomething(spec.risk) ? paramEffects(spec, params) : []),
    ...new Set(hazards),
  ];
  if (effects.length === 0 && !needsConfirmation(spec, attended)) return { kind: "send" };
  const targets = callTargets(spec, params, target);
  return { kind: "ask", question: callQuestion(spec, servers, effects, targets) };
}

function needsConfirmation(spec: MethodSpec, attended: boolean): boolean {
  return alwaysAsks(spec) || (spec.risk === "write" && !attended);
}

function readOnlyText(method: string, servers: readonly string[]): string {
  return l10n.t("{1} was not sent: {0} is set to read-only.", joinList(servers), method);
}

/** A known harmful effect of a call on this server: a sentence that the confirmation shows. */
export function callHazard(
  method: string,
  { state, credential }: Pick<Session, "state" | "credential">,
): string | undefined {
  if (method !== "common:getMe" || state.kind !== "ready") return undefined;
  if (canAskMe(credential, state.identity.methods)) return undefined;
  return l10n.t("Servers up to 1.2.5 fail at this call if you are signed in with an API key.");
}
