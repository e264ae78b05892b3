/** What is known of one method: of rpc.help and of our own catalogue, put together. */

/** Who may call a method. */
export type MethodRole = "guest" | "client" | "admin";

/**
 * What a call may do, the least first. `secrets`: it changes nothing, but the response holds secrets.
 * `execute`: it runs what it is given or has installed, on nodes, on the server or in the database.
 */
export const risks = ["read", "secrets", "write", "destructive", "execute"] as const;
export type Risk = (typeof risks)[number];

/**
 * What a call may change of what is shown of its server: `nodes`, with statuses and pings; `server`: its
 * name and methods, and what we are to it.
 */
export type Affected = "nodes" | "server";

export function changesSomething(risk: Risk): boolean {
  return risk !== "read" && risk !== "secrets";
}

/** Whether each call of it is confirmed, from the form too. */
export function alwaysAsks({ risk, asks }: Pick<MethodSpec, "risk" | "asks">): boolean {
  return risk === "destructive" || risk === "execute" || asks === true;
}

/** What kind of value a parameter takes, read from the free text in which servers write types. */
export type ParamType =
  | { readonly kind: "text" }
  | { readonly kind: "number"; readonly integer: boolean }
  | { readonly kind: "boolean" }
  /** RFC 3339. */
  | { readonly kind: "time" }
  | { readonly kind: "choice"; readonly options: readonly string[] }
  | { readonly kind: "list"; readonly item: ParamType }
  /** Anything else, written as JSON. */
  | { readonly kind: "json" };

/** The picker that lists possible values. */
export type Picker = "node" | "nodes" | "pingTask" | "metrics" | "method";

export interface ParamSpec {
  readonly name: string;
  readonly type: ParamType;
  /** As the server or its documentation writes it. Untrusted text, as all texts here. */
  readonly typeText: string;
  readonly required: boolean;
  readonly description?: string;
  /** What the server takes when the parameter is left out: words or JSON. */
  readonly fallback?: string;
  /** A value as it may be typed. */
  readonly example?: string;
  /**
   * The effect of a changing call if this is omitted or empty: a sentence that the confirmation shows. Such a
   * parameter is not required, whatever the server says.
   */
  readonly ifEmpty?: string;
  /** The same if it is true. */
  readonly ifTrue?: string;
  /** A time in the past; other times are usually in the future. */
  readonly past?: true;
  /** Common values as they are typed; others are allowed. */
  readonly suggestions?: readonly string[];
  readonly picker?: Picker;
  /** Longer than a line: SQL, a command. */
  readonly multiline?: boolean;
  /** Never kept, shown or copied. */
  readonly secret?: boolean;
}

export type ParamsSpec =
  /** By name; by place in this order too, if `ordered`. */
  | {
      readonly kind: "named";
      readonly params: readonly ParamSpec[];
      readonly ordered: boolean;
      /** Servers misread a list, so parameters are sent by name. */
      readonly namedOnly?: true;
    }
  /** All of `params` is one value: a list of objects, a map. */
  | { readonly kind: "whole"; readonly value: ParamSpec }
  /** Nothing is known: JSON as it is typed. */
  | { readonly kind: "unknown" };

/** Which servers have a method: versions of Komari, or a fork. */
export interface Availability {
  /** The first version; undefined: all supported ones, or not known. */
  readonly since?: string;
  /** The first version without it. */
  readonly removed?: string;
  /** A fork that still has what Komari removed. */
  readonly keptBy?: string;
  /** Only this fork has it. */
  readonly product?: string;
}

export interface MethodSpec {
  /** With its namespace: `common:getNodes`, `rpc.ping`. */
  readonly name: string;
  /** `common`, `admin`, `rpc`; empty if there is none. */
  readonly namespace: string;
  readonly summary?: string;
  readonly description?: string;
  readonly role: MethodRole;
  readonly risk: Risk;
  /** The method is undocumented: its risk is guessed from its name. */
  readonly guessed?: true;
  /** A sentence that says what a call does, for those that ask before. */
  readonly effect?: string;
  /** What is read again after a call; absent: nothing. */
  readonly affects?: readonly Affected[];
  /** Requires a confirmation from the form too, although it deletes nothing. */
  readonly asks?: true;
  /** The server may require a two-factor code with the call. */
  readonly secondFactor: boolean;
  readonly params: ParamsSpec;
  /** The shape of the result, as the server or its documentation writes it. */
  readonly returns?: string;
  /** Names of members that hold secrets, in lower case, beside those that `isSecretName` matches. */
  readonly secretKeys?: readonly string[];
  /** The method that shows whether a call has taken effect. */
  readonly checkWith?: string;
  /** Its results are too sensitive for the history, masked or not. */
  readonly notKept?: true;
  /** Raw JSON of `params` that the server gives as an example. */
  readonly example?: string;
  readonly availability?: Availability;
  /** Neither the server's help nor our catalogue has its parameters. */
  readonly undocumented: boolean;
}
