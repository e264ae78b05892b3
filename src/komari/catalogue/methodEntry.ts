import { type ParamSpec, type ParamsSpec, type Risk } from "../../shared/call/methodSpec";
import { parseParamType } from "../../shared/call/paramType";

/** What we know of a method where its server is silent. */
export interface MethodEntry extends Details {
  readonly summary: string;
  readonly risk: Risk;
  /** A sentence; absent of those that only read. */
  readonly effect?: string;
  readonly params: ParamsSpec;
}

interface Details {
  readonly description?: string;
  readonly params?: ParamsSpec;
  /** The shape of the result. */
  readonly returns?: string;
  /** Members of params or result that hold a secret, although their names do not say so; lower case. */
  readonly secretKeys?: readonly string[];
  readonly secondFactor?: boolean;
  /** See MethodSpec. */
  readonly asks?: true;
  readonly notKept?: true;
}

/** By full name. Made when looked up: texts are in the language of that time. */
export type MethodFamily = Readonly<Record<string, () => MethodEntry>>;

export function reads(summary: string, details: Details = {}): MethodEntry {
  return { summary, risk: "read", params: ordered(), ...details };
}

/** Reads what nobody else must see. */
export function reveals(summary: string, details: Details = {}): MethodEntry {
  return { summary, risk: "secrets", params: ordered(), ...details };
}

export function writes(summary: string, effect: string, details: Details = {}): MethodEntry {
  return { summary, effect, risk: "write", params: ordered(), ...details };
}

export function destroys(summary: string, effect: string, details: Details = {}): MethodEntry {
  return { summary, effect, risk: "destructive", params: ordered(), ...details };
}

export function executes(summary: string, effect: string, details: Details = {}): MethodEntry {
  return { summary, effect, risk: "execute", params: ordered(), ...details };
}

type ParamDetails = Partial<Omit<ParamSpec, "name" | "type" | "typeText" | "description">>;

export function param(
  name: string,
  typeText: string,
  description: string,
  details: ParamDetails = {},
): ParamSpec {
  const type = parseParamType(typeText);
  return { name, type, typeText, description, required: false, ...details };
}

/** In the order in which the server takes them by place. */
export function ordered(...params: readonly ParamSpec[]): ParamsSpec {
  return { kind: "named", params, ordered: true };
}

/** The server takes them by name only, or has more between them than is worth showing. */
export function byName(...params: readonly ParamSpec[]): ParamsSpec {
  return { kind: "named", params, ordered: false };
}

/** The server reads names only, or binds a list to the wrong parameters. */
export function namedOnly(...params: readonly ParamSpec[]): ParamsSpec {
  return { kind: "named", params, ordered: false, namedOnly: true };
}

export function whole(value: ParamSpec): ParamsSpec {
  return { kind: "whole", value };
}
