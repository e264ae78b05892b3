import { type MethodSpec, type Picker } from "./methodSpec";
import { action, command, notification, request } from "../ipc";

/** Between the host and a panel that calls one method of one server. */

/** As in the setting `komari.call.timeout`; a test holds them together. */
export const maxTimeoutSeconds = 3600;

export interface CallSetup {
  /**
   * Identifies the panel, opaque to the page, which stores it in its state under `key`: the host
   * restores the panel from it when the window is reloaded.
   */
  readonly key: string;
  /** The translations, in the form that @vscode/l10n takes; undefined: English. */
  readonly translations: Readonly<Record<string, string>> | undefined;
  /** BCP 47, for formats. */
  readonly locale: string;
  readonly server: CallServer;
  readonly method: MethodSpec;
  /** Default timeout of a call. */
  readonly timeoutSeconds: number;
  /** Raw params of the last call in the history, secrets masked; absent: there is none. */
  readonly lastParams?: string;
}

/** Names of the server, shown behind UUIDs and ids. */
export interface CallNames {
  /** UUID and name of each node that has a name. */
  readonly nodes: readonly (readonly [string, string])[];
  /** Id and name of each ping task that is known. */
  readonly tasks: readonly (readonly [string, string])[];
}

export interface CallServer {
  /** Untrusted text, as all names. */
  readonly name: string;
  readonly address: string;
  /** Undefined while not known. */
  readonly role: "guest" | "admin" | undefined;
  /** Only calls that read are sent. */
  readonly readOnly: boolean;
  /** A sentence: there is no connection, or the sign-in is lost; undefined: all is well. */
  readonly problem: string | undefined;
  /** What can be done about the problem. */
  readonly action: CallAction | undefined;
  /** It has listed its methods, and this one is not among them. */
  readonly unlisted: boolean;
  /** Whether there are other servers to call the method on. */
  readonly hasOtherServers: boolean;
}

/** A call as it is to be sent. */
export interface CallRequest {
  /** Counts up in a page; responses and progress are marked with it. */
  readonly id: number;
  /** Raw JSON of `params`; undefined: without. */
  readonly params: string | undefined;
  readonly timeoutSeconds: number;
}

export const callActions = [
  "signIn",
  "reconnect",
  "openDashboard",
  "showLog",
  "editServer",
  "useHttps",
] as const;
export type CallAction = (typeof callActions)[number];

export interface CallResponse {
  /** The id of the call; undefined: a response from the history. */
  readonly id: number | undefined;
  /** Milliseconds since the epoch when it was sent. */
  readonly sentAt: number;
  /** Milliseconds until the response arrived. */
  readonly tookMs: number;
  readonly transport: "http" | "webSocket" | undefined;
  readonly outcome: CallOutcome;
}

export type CallOutcome =
  | CallResult
  | CallError
  | CallCanceled
  /** Not sent: the user declined. */
  | { readonly kind: "refused" };

export interface CallResult {
  readonly kind: "ok";
  /** Of the result as received. */
  readonly bytes: number;
  /** JSON, secrets masked unless `revealed`; undefined: too large to be shown here. */
  readonly json: string | undefined;
  /** Number of secrets that are masked, or were before they were revealed. */
  readonly secrets: number;
  readonly revealed: boolean;
  /** The history stored that there was a result, but not the result. */
  readonly omitted: boolean;
  /** Records of nodes, which a chart can show. */
  readonly chartable: boolean;
  /** A sentence: the call had no effect although it did not fail. */
  readonly notice?: string;
}

/** Whether a failed call that may change something was carried out; unknown: it was sent, and the result is missing. */
export const callFates = ["notSent", "refused", "unknown"] as const;
export type CallFate = (typeof callFates)[number];

/** Canceled by the user. */
export interface CallCanceled {
  readonly kind: "cancelled";
  readonly fate?: CallFate;
  /** What is known of its fate, as a sentence. */
  readonly text?: string;
}

export interface CallError {
  readonly kind: "error";
  /** Undefined: the method only reads, or it is not known. */
  readonly fate?: CallFate;
  /** A sentence: what it means and what to do. */
  readonly text: string;
  /** The server's JSON-RPC error, if it responded with one. */
  readonly code?: number;
  /** The server's error message. */
  readonly message?: string;
  /** Raw JSON. */
  readonly data?: string;
  readonly actions: readonly CallAction[];
  /** The URL that the server is to have instead: see `useHttps`. */
  readonly httpsUrl?: string;
  /** The name of the parameter that the server's message is about, if known. */
  readonly param?: string;
}

/** Actions of the host on the response that is shown. */
export const responseActions = [
  "openInEditor",
  "save",
  "copy",
  "chart",
  "compareWithPrevious",
  "compareWithServer",
  "compareWithHistory",
] as const;
export type ResponseAction = (typeof responseActions)[number];

/** Languages in which a request can be copied. */
export const snippetFormats = ["curl", "fetch", "rpc2"] as const;
export type SnippetFormat = (typeof snippetFormats)[number];

/** One method on several servers, one row each. */
export interface ServerRow {
  readonly server: string;
  readonly state: "running" | "ok" | "error";
  readonly tookMs?: number;
  readonly bytes?: number;
  /** JSON, secrets masked; of an error its sentence. */
  readonly json?: string;
  readonly text?: string;
}

/** `current` is the value as it is typed now, so that it is preselected. */
export interface PickRequest {
  /** The name of the parameter that the values are for. */
  readonly param: string;
  readonly picker: Picker;
  readonly many: boolean;
  readonly current: readonly string[];
}

export const callApi = {
  /** The page listens; the host responds with the setup. */
  ready: command("ready"),
  /** Responded to by `response` with its id; the user confirms calls that may do harm. */
  send: command<CallRequest>("send"),
  /** The user selects the servers; responded to by `serversStarted` and `serverRow`, or `response` if nothing was sent. */
  sendToServers: command<CallRequest>("sendToServers"),
  /** By the id of the call. */
  cancel: command<number>("cancel"),
  /** Undefined if cancelled. */
  pick: request<PickRequest, readonly string[] | undefined>("pick"),
  /** Of the response that is shown: with its secrets, or masked again. */
  reveal: request<boolean, CallResult | undefined>("reveal"),
  responseAction: action<ResponseAction>("responseAction"),
  copySnippet: action<{ readonly format: SnippetFormat; readonly params: string | undefined }>(
    "copySnippet",
  ),
  /** Text that the page shows. */
  copyText: action<string>("copyText"),
  saveRequest: action<{ readonly params: string | undefined }>("saveRequest"),
  act: action<CallAction>("act"),

  setup: notification<CallSetup>("setup"),
  names: notification<CallNames>("names"),
  /** Raw JSON of `params` that replaces those of the form; undefined: none. `send`: send at once. */
  fill: notification<{ readonly params: string | undefined; readonly send?: boolean }>("fill"),
  /** Bytes received so far. */
  progress: notification<{ readonly id: number; readonly bytes: number }>("progress"),
  /** The request was sent; all confirmations were given before. */
  sent: notification<{ readonly id: number }>("sent"),
  response: notification<CallResponse>("response"),
  /** A call was sent to servers of these names; `id` is that of the request. */
  serversStarted: notification<{ readonly id: number; readonly servers: readonly string[] }>(
    "serversStarted",
  ),
  /** The result of one of them. */
  serverRow: notification<{ readonly id: number; readonly index: number; readonly row: ServerRow }>(
    "serverRow",
  ),
} as const;
export type CallApi = typeof callApi;
