import * as l10n from "@vscode/l10n";
import { type Problem } from "../../komari/problem";
import { maskErrorData, maskErrorText } from "../../komari/redact/maskSecrets";
import { RpcRemoteError } from "../../rpc/errors";
import { type MethodSpec, changesSomething } from "../../shared/call/methodSpec";
import { withAvailability } from "../../shared/call/methodTexts";
import {
  type CallAction,
  type CallError,
  type CallCanceled,
  type CallFate,
} from "../../shared/call/callApi";
import { problemText } from "../text/problemText";
import { type Remedy } from "../text/remedy";

export interface ErrorContext {
  /** The server's name: untrusted text. */
  readonly server: string;
  readonly spec: MethodSpec;
  readonly role: "guest" | "admin" | undefined;
  /** The parameters are positional. */
  readonly byPlace?: boolean;
}

/** A failed call as it is shown: the meaning, the server's message, what to do. */
export function callError(problem: Problem, context: ErrorContext): CallError {
  const { spec } = context;
  const remote = problem.cause instanceof RpcRemoteError ? problem.cause : undefined;
  const { summary, remedy, url } = problemText(problem, context.server);
  const param = remote === undefined ? undefined : paramInMessage(remote.remoteMessage, spec);
  const text = specificText(problem, context) ?? summary;
  const fate = mayChange(spec) ? (problem.fate ?? "unknown") : undefined;
  // A remote error implies that the server refused, and a timeout before sending that nothing was sent.
  const isFateClear =
    fate === undefined ||
    (fate === "refused" && remote !== undefined) ||
    (fate === "notSent" && problem.code === "timeout");
  return {
    kind: "error",
    ...(fate && { fate }),
    text: isFateClear ? text : withFate(text, fate, spec),
    actions: actionsFor(remedy, url),
    ...(url !== undefined && { httpsUrl: url }),
    ...(remote !== undefined && {
      code: remote.code,
      message: maskErrorText(spec.name, remote.remoteMessage),
    }),
    ...(remote?.data !== undefined && { data: maskErrorData(spec.name, remote.data) }),
    ...(param !== undefined && { param }),
  };
}

/** The error of a call that was not sent. */
export function notSent(text: string, actions: readonly CallAction[] = []): CallError {
  return { kind: "error", fate: "notSent", text, actions };
}

/** A text that is specific to the method; undefined: the general one applies. */
function specificText(
  { code }: Problem,
  { server, spec, role, byPlace }: ErrorContext,
): string | undefined {
  const { name } = spec;
  if (code === "permissionDenied" || code === "signInRequired") {
    if (spec.role === "client") return l10n.t("Only agents can call {0} on {1}.", name, server);
    if (role === "guest")
      return l10n.t("{0} needs an administrator. Sign in to {1}.", name, server);
  }
  if (code === "methodMissing") {
    if (spec.availability !== undefined) {
      return withAvailability(l10n.t("{0} does not support {1}.", server, name), spec);
    }
    return l10n.t(
      "{0} does not support {1}. The server may be outdated, or a plugin may be missing.",
      server,
      name,
    );
  }
  if (code === "secondFactor" && byPlace === true) {
    return l10n.t("{0} needs a two-factor code. Send the parameters by name.", server);
  }
  if (code === "notFound") return l10n.t("Not found on {0}.", server);
  if (code === "remote") return l10n.t("{0} returned a custom error.", server);
  return undefined;
}

const actions: Partial<Record<Remedy, CallAction>> = {
  signIn: "signIn",
  edit: "editServer",
  reconnect: "reconnect",
  openDashboard: "openDashboard",
  showLog: "showLog",
};

/** Undefined: a page has no button for it. */
export function actionOfRemedy(
  remedy: Remedy | undefined,
  url: string | undefined,
): CallAction | undefined {
  if (remedy === "edit" && url !== undefined) return "useHttps";
  return remedy && actions[remedy];
}

function actionsFor(remedy: Remedy | undefined, url: string | undefined): readonly CallAction[] {
  const action = actionOfRemedy(remedy, url);
  return action === undefined ? [] : [action];
}

/** The parameter that a server's message names, in any case: a hint only. */
function paramInMessage(message: string, { params }: MethodSpec): string | undefined {
  if (params.kind !== "named") return undefined;
  const words = new Set(message.toLowerCase().match(/[\p{L}\p{N}_]+/gu));
  return params.params.find(({ name }) => words.has(name.toLowerCase()))?.name;
}

/** Whether a call may change something, for all that is known. */
export function mayChange({ risk, guessed }: Pick<MethodSpec, "risk" | "guessed">): boolean {
  return changesSomething(risk) || guessed === true;
}

/** `text` with a sentence that says whether a call was carried out, and how to find out. */
export function withFate(text: string, fate: CallFate, { checkWith }: MethodSpec): string {
  switch (fate) {
    case "notSent":
      return l10n.t("{0} The request was not sent.", text);
    case "refused":
      return l10n.t("{0} The call was not carried out.", text);
    case "unknown":
      return checkWith === undefined
        ? l10n.t(
            "{0} The call may have been carried out. Check its effect before sending it again.",
            text,
          )
        : l10n.t(
            "{0} The call may have been carried out. Check with {1} before sending it again.",
            text,
            checkWith,
          );
  }
}

/** A call that the user gave up. */
export function canceled(fate: CallFate, spec: MethodSpec): CallCanceled {
  if (!mayChange(spec)) return { kind: "cancelled" };
  return { kind: "cancelled", fate, text: withFate(l10n.t("Canceled."), fate, spec) };
}
