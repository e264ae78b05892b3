import { type RpcRemoteError } from "../rpc/errors";
import { historyMethods } from "./historyMethods";
import { asksForSecondFactor } from "./twoFactor";

/** The meaning of a JSON-RPC error of a server. */
export type RemoteProblemCode =
  /** The role is too low for the call. */
  | "permissionDenied"
  /** The call requires a sign-in. */
  | "signInRequired"
  /** The call requires a two-factor code, or the code was wrong. */
  | "secondFactor"
  | "methodMissing"
  | "invalidParams"
  | "notFound"
  | "alreadyExists"
  | "outOfRange"
  /** The server is overloaded and did not run the call, which may be retried. */
  | "busy"
  /** The server had an internal error. */
  | "serverError"
  /** The server ran out of time; whether the call took effect is not known. */
  | "serverTimeout"
  | "serverCanceled"
  /** A concurrent change interfered. */
  | "conflict"
  | "notImplemented"
  /** Something that the call needs is temporarily unavailable. */
  | "unavailable"
  | "dataLoss"
  /** About the agent of a node, to which the server forwards the call. */
  | "agentOffline"
  | "agentOutdated"
  | "agentTimeout"
  | "agentDenied"
  /** Any other JSON-RPC error, such as those of plugins. */
  | "remote";

/** JSON-RPC codes of Komari; 401 stands for -32041 up to 1.2.3. */
export const remoteCodes = {
  methodNotFound: -32601,
  invalidParams: -32602,
  internal: -32603,
  canceled: -32010,
  deadlineExceeded: -32011,
  aborted: -32021,
  outOfRange: -32022,
  notSignedIn: -32040,
  permissionDenied: -32041,
  unauthorized: 401,
  notFound: -32044,
  alreadyExists: -32045,
  notImplemented: -32050,
  unavailable: -32051,
  dataLoss: -32052,
} as const;

/**
 * The meaning of an error by its code, and by the method and the words where one code has several
 * meanings.
 */
export function remoteProblemCode(error: RpcRemoteError): RemoteProblemCode {
  switch (error.code) {
    case remoteCodes.methodNotFound:
      return "methodMissing";
    case remoteCodes.invalidParams:
      return asksToRetry(error) ? "busy" : "invalidParams";
    case remoteCodes.internal:
      return isBusyHistory(error) ? "busy" : "serverError";
    case remoteCodes.canceled:
      return "serverCanceled";
    case remoteCodes.deadlineExceeded:
      return byTarget(error, "serverTimeout", "agentTimeout");
    case remoteCodes.aborted:
      return "conflict";
    case remoteCodes.outOfRange:
      return "outOfRange";
    case remoteCodes.notSignedIn:
      return "signInRequired";
    case remoteCodes.permissionDenied:
    case remoteCodes.unauthorized:
      return refusalCode(error);
    case remoteCodes.notFound:
      return "notFound";
    case remoteCodes.alreadyExists:
      return "alreadyExists";
    case remoteCodes.notImplemented:
      return isAboutAgent(error) ? "agentOutdated" : "notImplemented";
    case remoteCodes.unavailable:
      return byTarget(error, "unavailable", "agentOffline");
    case remoteCodes.dataLoss:
      return "dataLoss";
    default:
      return isBusyHistory(error) ? "busy" : "remote";
  }
}

/** "query capacity reached; retry later", "too many concurrent history queries" and the like. */
const retryWords = new RegExp(
  [
    /\b(?:re)?try (?:again )?(?:later|shortly)\b/,
    /\bcapacity (?:reached|exceeded|exhausted)\b/,
    /\btoo many (?:concurrent|requests)\b/,
    /\bserver (?:is )?(?:too )?busy\b/,
    /稍后(?:再|重)?试|繁忙|服务器忙/,
  ]
    .map(({ source }) => source)
    .join("|"),
  "i",
);

function asksToRetry(error: RpcRemoteError): boolean {
  return (
    retryWords.test(error.remoteMessage) ||
    (isHistoryCall(error) && /\bcapacity\b/i.test(error.remoteMessage))
  );
}

/** Under any code: these calls change nothing, so that it is no matter how far they came. */
function isBusyHistory(error: RpcRemoteError): boolean {
  return isHistoryCall(error) && asksToRetry(error);
}

function isHistoryCall({ method }: RpcRemoteError): boolean {
  return method !== undefined && historyMethods.has(method);
}

/** For codes that may mean a busy server, an agent that does not respond, or anything else. */
function byTarget(
  error: RpcRemoteError,
  ofServer: RemoteProblemCode,
  ofAgent: RemoteProblemCode,
): RemoteProblemCode {
  if (isHistoryCall(error) || asksToRetry(error)) return "busy";
  return isAboutAgent(error) ? ofAgent : ofServer;
}

/** These calls are forwarded to the agent of one node and return its errors. */
const agentMethods = /^admin:(?:file[A-Z]\w*|getAgentStartupConfig|switchAgentVersion)$/;

function isAboutAgent({ method, remoteMessage }: RpcRemoteError): boolean {
  return agentMethods.test(method ?? "") || /\bagent\b/i.test(remoteMessage);
}

/** The server's own messages to a caller without rights; those of an agent come from its file system. */
const refusalsOfServer = /^(?:Permission denied|Unauthorized\b.*|Private site\b.*)$/;

function refusalCode({ method, remoteMessage }: RpcRemoteError): RemoteProblemCode {
  const words = remoteMessage.trim();
  const isFileCall = /^admin:file[A-Z]/.test(method ?? "");
  // The name of a file may contain anything, "2FA" too.
  const namesFile = /permission denied|not permitted|access is denied/i.test(words);
  if (isFileCall && namesFile && !refusalsOfServer.test(words)) return "agentDenied";
  if (asksForSecondFactor(words)) return "secondFactor";
  return isFileCall && !refusalsOfServer.test(words) ? "agentDenied" : "permissionDenied";
}
