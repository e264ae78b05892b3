import * as l10n from "@vscode/l10n";
import { type ServerFleet } from "../../fleet/serverFleet";
import { type Problem } from "../../komari/problem";
import { type Session, type SessionState } from "../../komari/session";
import { type MethodSpec } from "../../shared/call/methodSpec";
import { type CallServer, type CallSetup } from "../../shared/call/callApi";
import { problemText } from "../text/problemText";
import { actionOfRemedy } from "./callError";
import { callKey, type CallTarget } from "../common/callTarget";

export interface CallSetupContext {
  /** Undefined: no longer in the settings. */
  readonly server:
    (Pick<ServerFleet, "id" | "name"> & { readonly session: Pick<Session, "state"> }) | undefined;
  readonly hasOtherServers: boolean;
  readonly readOnly: boolean;
  /** The methods that the server lists; undefined: not known. */
  readonly listed: readonly MethodSpec[] | undefined;
  readonly spec: MethodSpec;
  readonly timeoutMs: number;
  /** Of the last call in the history. */
  readonly lastParams?: string | undefined;
  readonly translations: CallSetup["translations"];
  readonly locale: string;
}

/** All data of a page except responses. */
export function callSetup(target: CallTarget, context: CallSetupContext): CallSetup {
  const { spec, timeoutMs, translations, locale, lastParams } = context;
  return {
    key: callKey(target),
    translations,
    locale,
    method: spec,
    server: callServer(target, context),
    timeoutSeconds: timeoutMs / 1000,
    ...(lastParams !== undefined && { lastParams }),
  };
}

function callServer(
  { serverId, method }: CallTarget,
  { server, hasOtherServers, readOnly, listed }: CallSetupContext,
): CallServer {
  if (server === undefined) {
    const problem = l10n.t("This server is no longer in the settings.");
    return {
      name: serverId,
      address: serverId,
      role: undefined,
      readOnly,
      problem,
      action: undefined,
      unlisted: false,
      hasOtherServers,
    };
  }
  const { state } = server.session;
  const found = problemOfState(state);
  const problem = found && problemText(found, server.name);
  return {
    name: server.name,
    address: serverId,
    readOnly,
    hasOtherServers,
    role: state.kind === "ready" ? state.identity.role : undefined,
    unlisted: isUnlisted(method, listed),
    problem: problem?.message,
    action: actionOfRemedy(problem?.remedy, problem?.url),
  };
}

/** The base URL that a server is to have instead, if that is its problem. */
export function httpsUrlOf(state: SessionState | undefined): string | undefined {
  return state && problemOfState(state)?.data?.httpsUrl;
}

/** The problem of a failed session, or the warning of a ready one. */
function problemOfState(state: SessionState): Problem | undefined {
  if (state.kind === "failed") return state.problem;
  const warning = state.kind === "ready" ? state.warning : undefined;
  return warning && { code: warning, detail: "" };
}

/** Servers do not list internal methods by default. */
function isUnlisted(method: string, listed: CallSetupContext["listed"]): boolean {
  return listed?.every(({ name }) => name !== method) === true && !method.startsWith("rpc.");
}
