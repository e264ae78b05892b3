import {
  type MethodSpec,
  type ParamSpec,
  type ParamsSpec,
  type ParamType,
  type Picker,
} from "../../shared/call/methodSpec";
import { parseParamType } from "../../shared/call/paramType";
import { catalogueEntry } from "../catalogue/catalogue";
import { type MethodEntry } from "../catalogue/methodEntry";
import { type MethodHelp, type ParamHelp } from "../methodHelp";
import { guessRisk, namespaceOf, roleOf } from "./risk";
import { soundsSecret } from "../../shared/call/secretNames";

type NamedParams = Extract<ParamsSpec, { kind: "named" }>;

/**
 * What the server says of a method and what we know of it, in one. Our texts go first, for they are
 * translated; what a call takes goes by the server, which knows its version.
 */
export function methodSpec(name: string, help: MethodHelp | undefined): MethodSpec {
  const entry = catalogueEntry(name);
  const params = mergeParams(entry?.params, help?.params ?? []);
  return {
    name,
    namespace: namespaceOf(name),
    role: roleOf(name),
    ...(entry === undefined
      ? { risk: guessRisk(name), guessed: true as const }
      : { risk: entry.risk }),
    secondFactor: entry?.secondFactor ?? false,
    params,
    undocumented: params.kind === "unknown",
    ...(entry?.secretKeys && { secretKeys: entry.secretKeys }),
    ...textsOf(entry, help),
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

function mergeParams(ours: ParamsSpec | undefined, told: readonly ParamHelp[]): ParamsSpec {
  const theirs = [...new Map(told.map((help) => [help.name, help])).values()];
  if (theirs.length === 0) return ours ?? { kind: "unknown" };
  if (ours?.kind === "named") return mergeNamed(ours, theirs);
  return { kind: "named", params: theirs.map((help) => fromHelp(help)), ordered: true };
}

/** In our order; where the server has more, in that of the server if it has all. */
function mergeNamed(ours: NamedParams, theirs: readonly ParamHelp[]): NamedParams {
  const helped = new Map(theirs.map((help) => [help.name, help]));
  const known = ours.params.map((param) => merge(param, helped.get(param.name)));
  const names = ours.params.map(({ name }) => name);
  const added = theirs.filter(({ name }) => !names.includes(name)).map((help) => fromHelp(help));
  const complete = names.every((name) => helped.has(name));
  const params = [...known, ...added];
  const ordered = ours.ordered && sameOrder(names, theirs) && (added.length === 0 || complete);
  return { kind: "named", params: complete ? inOrderOf(theirs, params) : params, ordered };
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

function merge(ours: ParamSpec, help: ParamHelp | undefined): ParamSpec {
  if (help === undefined) return ours;
  const description = ours.description ?? help.description;
  return {
    ...ours,
    ...typeOf(ours, help.type),
    required: ours.required || help.required,
    ...(description !== undefined && { description }),
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

function fromHelp({ name, type, required, description }: ParamHelp): ParamSpec {
  const picker = pickers.get(name);
  return {
    name,
    type: parseParamType(type),
    typeText: type ?? "",
    required,
    ...(description !== undefined && { description }),
    ...(picker !== undefined && { picker }),
    ...(soundsSecret(name) && { secret: true }),
  };
}
