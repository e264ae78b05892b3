import * as l10n from "@vscode/l10n";
import { type Problem } from "../../komari/problem";
import { maskErrorData } from "../../komari/redact/maskSecrets";
import { RpcRemoteError } from "../../rpc/errors";
import { type MethodSpec } from "../../shared/call/methodSpec";
import { type CallAction, type CallError } from "../../shared/callApi";
import { problemText } from "../servers/text/problemText";
import { type Remedy } from "../servers/text/remedy";

export interface ErrorContext {
  /** Its name: untrusted text. */
  readonly server: string;
  readonly spec: MethodSpec;
  readonly role: "guest" | "admin" | undefined;
  /** The parameters were not given by name. */
  readonly byPlace?: boolean;
}

/** What a failed call says to people: the meaning, the server's own words, what to do. */
export function callError(problem: Problem, context: ErrorContext): CallError {
  const remote = problem.cause instanceof RpcRemoteError ? problem.cause : undefined;
  const { message, remedy } = problemText(problem, context.server);
  const param = remote === undefined ? undefined : paramMeant(remote.remoteMessage, context.spec);
  return {
    kind: "error",
    text: ownText(problem, context) ?? message,
    actions: actionsFor(remedy),
    ...(remote !== undefined && { code: remote.code, message: remote.remoteMessage }),
    ...(remote?.data !== undefined && { data: maskErrorData(context.spec.name, remote.data) }),
    ...(param !== undefined && { param }),
  };
}

/** Of a call that did not go out. */
export function notSent(text: string, actions: readonly CallAction[] = []): CallError {
  return { kind: "error", text, actions };
}

/** Where more can be said than of a server in general. */
function ownText(
  { code }: Problem,
  { server, spec, role, byPlace }: ErrorContext,
): string | undefined {
  const { name } = spec;
  if (code === "permissionDenied") {
    if (spec.role === "client")
      return l10n.t("{0} is for agents: {1} refuses everybody else.", name, server);
    if (role === "guest") return l10n.t("{0} is for administrators. Sign in to {1}.", name, server);
  }
  if (code === "methodMissing") {
    return l10n.t(
      "{0} does not offer {1}. It may be too old, or a plugin is missing.",
      server,
      name,
    );
  }
  if (code === "secondFactor" && byPlace === true) {
    return l10n.t(
      "{0} wants a two-factor code, which can only go with parameters by name.",
      server,
    );
  }
  if (code === "invalidParams") return l10n.t("{0} rejects the parameters.", server);
  if (code === "notFound") return l10n.t("{0} does not have what was asked for.", server);
  if (code === "serverError") return l10n.t("{0} had an internal error.", server);
  if (code === "remote") return l10n.t("{0} answers with an error of its own.", server);
  if (code === "timeout" && spec.risk !== "read" && spec.risk !== "secrets") {
    return l10n.t("{0} did not answer in time. The call may have been carried out.", server);
  }
  return undefined;
}

const actionOfRemedy: Partial<Record<Remedy, CallAction>> = {
  signIn: "signIn",
  edit: "editServer",
  reconnect: "reconnect",
  showLog: "showLog",
};

function actionsFor(remedy: Remedy | undefined): readonly CallAction[] {
  const action = remedy === undefined ? undefined : actionOfRemedy[remedy];
  return action === undefined ? [] : [action];
}

/** A hint where to look, no more: servers name the parameter in their words, in any case. */
function paramMeant(words: string, { params }: MethodSpec): string | undefined {
  if (params.kind !== "named") return undefined;
  const said = new Set(words.toLowerCase().match(/[\p{L}\p{N}_]+/gu));
  return params.params.find(({ name }) => said.has(name.toLowerCase()))?.name;
}
