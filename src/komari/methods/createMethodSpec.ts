import * as l10n from "@vscode/l10n";
import {
  type Affected,
  changesSomething,
  type MethodSpec,
  type ParamSpec,
  type ParamsSpec,
  type ParamType,
  type Picker,
  type Risk,
} from "../../shared/call/methodSpec";
import { parseParamType } from "../../shared/call/paramType";
import { isRecord } from "../../util/json";
import { affectedBy, allAffected } from "../catalogue/affected";
import { availabilityOf } from "../catalogue/availability";
import { catalogueEntry } from "../catalogue/catalogue";
import { checkWith } from "../catalogue/checkWith";
import { type MethodEntry } from "../catalogue/methodEntry";
import { type MethodHelp, type ParamHelp } from "../model/methodHelp";
import { guessRisk, namespaceOf, roleOf } from "./risk";
import { isSecretName } from "../../shared/call/secretNameRule";
import { wordsOf } from "../../shared/call/words";

type NamedParams = Extract<ParamsSpec, { kind: "named" }>;

/**
 * What the server says of a method and what we know of it, in one. Our texts go first, for they are
 * translated; what a call takes goes by the server, which knows its version.
 */
export function createMethodSpec(name: string, help: MethodHelp | undefined): MethodSpec {
  const entry = catalogueEntry(name);
  const risk = entry?.risk ?? guessRisk(name);
  const affects = entry === undefined ? guessAffected(risk) : affectedBy(name);
  const params = mergeParams(entry?.params, withExamples(help), changesSomething(risk));
  return {
    name,
    namespace: namespaceOf(name),
    role: roleOf(name),
    risk,
    ...(entry === undefined && { guessed: true as const }),
    ...(affects.length > 0 && { affects }),
    secondFactor: entry?.secondFactor ?? false,
    params,
    undocumented: params.kind === "unknown",
    ...(help?.example !== undefined && { example: JSON.stringify(help.example) }),
    ...(entry && factsOf(name, entry)),
    ...textsOf(entry, help),
  };
}

function guessAffected(risk: Risk): readonly Affected[] {
  return changesSomething(risk) ? allAffected : [];
}

type Facts = Pick<MethodSpec, "secretKeys" | "asks" | "notKept" | "availability" | "checkWith">;

function factsOf(name: string, { secretKeys, asks, notKept }: MethodEntry): Facts {
  const availability = availabilityOf(name);
  const check = checkWith(name);
  return {
    ...(secretKeys && { secretKeys }),
    ...(asks && { asks }),
    ...(notKept && { notKept }),
    ...(availability && { availability }),
    ...(check !== undefined && { checkWith: check }),
  };
}

type Texts = Pick<MethodSpec, "summary" | "description" | "effect" | "returns">;

function textsOf(entry: MethodEntry | undefined, help: MethodHelp | undefined): Texts {
  const summary = entry?.summary ?? help?.summary;
  const description = entry?.description ?? help?.description;
  const effect = entry?.effect;
  const returns = entry?.returns ?? help?.returns;
  return {
    ...(summary !== undefined && { summary }),
    ...(description !== undefined && { description }),
    ...(effect !== undefined && { effect }),
    ...(returns !== undefined && { returns }),
  };
}

/** A parameter in the server's words, with its value in the server's example of a call. */
interface ServerParam extends ParamHelp {
  readonly example?: string;
}

function withExamples(help: MethodHelp | undefined): readonly ServerParam[] {
  const { params = [], example } = help ?? {};
  if (!isRecord(example)) return params;
  return params.map((param) => {
    const value = Object.hasOwn(example, param.name) ? typed(example[param.name]) : undefined;
    return value === undefined ? param : { ...param, example: value };
  });
}

/** As it would be typed; for a list its first item. */
function typed(value: unknown): string | undefined {
  if (Array.isArray(value)) return typed(value[0]);
  return typeof value === "string" ? value : JSON.stringify(value);
}

/** @param changes whether calls change something. */
function mergeParams(
  ours: ParamsSpec | undefined,
  help: readonly ServerParam[],
  changes: boolean,
): ParamsSpec {
  const theirs = [...new Map(help.map((param) => [param.name, param])).values()];
  if (theirs.length === 0) return ours ?? { kind: "unknown" };
  if (ours?.kind === "named") return mergeNamed(ours, theirs, changes);
  return { kind: "named", params: theirs.map((help) => fromHelp(help, changes)), ordered: true };
}

/** In our order; where the server has more, in that of the server if it has all. */
function mergeNamed(
  ours: NamedParams,
  theirs: readonly ServerParam[],
  changes: boolean,
): NamedParams {
  const helped = new Map(theirs.map((help) => [help.name, help]));
  const known = ours.params.map((param) => merge(param, helped.get(param.name)));
  const names = ours.params.map(({ name }) => name);
  const added = theirs
    .filter(({ name }) => !names.includes(name))
    .map((help) => fromHelp(help, changes));
  const complete = names.every((name) => helped.has(name));
  const params = [...known, ...added];
  const ordered = ours.ordered && sameOrder(names, theirs) && (added.length === 0 || complete);
  return { ...ours, params: complete ? inOrderOf(theirs, params) : params, ordered };
}

/** Whether those that both have come in the same order. */
function sameOrder(names: readonly string[], theirs: readonly ParamHelp[]): boolean {
  const places = theirs.map(({ name }) => names.indexOf(name)).filter((place) => place >= 0);
  return places.every((place, index) => index === 0 || place > (places[index - 1] ?? 0));
}

function inOrderOf(
  theirs: readonly ParamHelp[],
  params: readonly ParamSpec[],
): readonly ParamSpec[] {
  const place = new Map(theirs.map(({ name }, index) => [name, index]));
  return params.toSorted((a, b) => (place.get(a.name) ?? 0) - (place.get(b.name) ?? 0));
}

function merge(ours: ParamSpec, help: ServerParam | undefined): ParamSpec {
  if (help === undefined) return ours;
  const description = ours.description ?? help.description;
  const example = ours.example ?? help.example;
  return {
    ...ours,
    ...typeOf(ours, help.type),
    required: ours.required || (help.required && ours.ifEmpty === undefined),
    ...(description !== undefined && { description }),
    ...(example !== undefined && { example }),
  };
}

function typeOf(
  ours: ParamSpec,
  typeText: string | undefined,
): Pick<ParamSpec, "type" | "typeText"> {
  if (typeText === undefined) return ours;
  const type = parseParamType(typeText);
  return refines(ours.type, type) ? ours : { type, typeText };
}

/** Whether ours says the same, or more of it. */
function refines(ours: ParamType, theirs: ParamType): boolean {
  if (theirs.kind === "json") return true;
  if (theirs.kind === "text") return ["text", "choice", "time"].includes(ours.kind);
  if (theirs.kind === "list") return ours.kind === "list" && refines(ours.item, theirs.item);
  if (theirs.kind === "number") return ours.kind === "number" && (ours.integer || !theirs.integer);
  if (theirs.kind === "choice") return ours.kind === "choice" && hasOptionsOf(ours, theirs);
  return ours.kind === theirs.kind;
}

interface Choice {
  readonly options: readonly string[];
}

function hasOptionsOf(ours: Choice, theirs: Choice): boolean {
  return theirs.options.every((option) => ours.options.includes(option));
}

/** Of names that mean the same everywhere. */
const pickers: ReadonlyMap<string, Picker> = new Map<string, Picker>([
  ["uuid", "node"],
  ["uuids", "nodes"],
  ["clients", "nodes"],
  ["task_id", "pingTask"],
  ["metric_keys", "metrics"],
]);

function fromHelp(help: ServerParam, changes: boolean): ParamSpec {
  const { name, type, required, description, example } = help;
  const picker = pickers.get(name);
  const isSecret = isSecretName(name);
  const valueType = parseParamType(type);
  const param: ParamSpec = {
    name,
    type: valueType,
    typeText: type ?? "",
    required,
    ...(description !== undefined && { description }),
    ...(example !== undefined && !isSecret && { example }),
    ...(picker !== undefined && { picker }),
    // What is read is over; what is changed is more often still to come.
    ...(valueType.kind === "time" && !changes && { past: true as const }),
    ...(isSecret && { secret: true }),
  };
  return changes && meansAll(param) ? { ...param, ifEmpty: allText(name) } : param;
}

const targets =
  /(?:^|_)(?:uuid|client|node|agent|server|host|target|id|entity|device|user|group|task)s?$/;
const all = /\b(?:all|every|everything)\b|所有|全部/iu;

/**
 * Whether it names the targets of a call, so that the call may apply to all if it is empty. Servers accept an
 * empty list for a required one, too.
 */
function meansAll({ name, type, required, description = "" }: ParamSpec): boolean {
  if (!targets.test(wordsOf(name).join("_"))) return false;
  return type.kind === "list" || (!required && all.test(description));
}

function allText(name: string): string {
  return l10n.t("{0} is empty: this may apply to everything.", name);
}
