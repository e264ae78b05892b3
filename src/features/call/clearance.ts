import * as l10n from "@vscode/l10n";
import { shownName } from "../../shared/shownName";
import { joinList } from "../../shared/joinList";
import { changesSomething, type MethodSpec, type Risk } from "../../shared/call/methodSpec";
import { paramEffects } from "./paramEffects";
import { canAskMe } from "../../komari/features";
import { type Session } from "../../komari/session";

/** Whether a call may be sent, needs a confirmation or is refused. */
export type Clearance =
  | { readonly kind: "send" }
  | { readonly kind: "ask"; readonly question: Question }
  | { readonly kind: "refuse"; readonly text: string };

/** For a modal. */
export interface Question {
  readonly text: string;
  readonly detail: string;
  readonly yes: string;
}

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
}

/** Read-only servers refuse all calls that change something; calls that may do harm need a confirmation. */
export function clearanceOf(spec: MethodSpec, context: ClearanceContext): Clearance {
  const { servers, readOnly, attended, hazards = [], params } = context;
  if (changesSomething(spec.risk) && readOnly.length > 0) {
    return { kind: "refuse", text: readOnlyText(spec.name, readOnly) };
  }
  const effects = [
    ...(changesSomething(spec.risk) ? paramEffects(spec, params) : []),
    ...new Set(hazards),
  ];
  if (effects.length === 0 && !needsConfirmation(spec, attended)) return { kind: "send" };
  return { kind: "ask", question: questionOf(spec, servers, effects) };
}

function needsConfirmation({ risk, asks }: MethodSpec, attended: boolean): boolean {
  if (risk === "write") return !attended || asks === true;
  return risk === "destructive" || risk === "execute";
}

function readOnlyText(method: string, servers: readonly string[]): string {
  return l10n.t("{1} was not sent: {0} is set to read-only.", joinList(servers), method);
}

/** @param effects of the call by what its parameters are. */
function questionOf(
  { name, risk, effect }: MethodSpec,
  servers: readonly string[],
  effects: readonly string[],
): Question {
  const ownEffect = changesSomething(risk) ? [effect ?? presumedEffect(risk)] : [];
  return {
    text: l10n.t("Call {0} on {1}?", shownName(name), joinList(servers)),
    detail: [...ownEffect, ...effects].join("\n\n"),
    yes: risk === "execute" ? l10n.t("Run") : l10n.t("Call"),
  };
}

/** The effect of undocumented methods, such as those of plugins. */
function presumedEffect(risk: Risk): string {
  switch (risk) {
    case "execute":
      return l10n.t("Judging by its name, this runs code.");
    case "destructive":
      return l10n.t("Judging by its name, this deletes data and cannot be undone.");
    case "write":
    case "read":
    case "secrets":
      return l10n.t("Judging by its name, this may change data on the server.");
  }
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
