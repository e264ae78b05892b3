import * as l10n from "@vscode/l10n";
import {
  type MethodSpec,
  type ParamSpec,
  type ParamsSpec,
  type ParamType,
} from "../../shared/call/methodSpec";
import { wordsOf } from "../../shared/call/words";
import { singleLine } from "../../shared/singleLine";
import { isRecord, parseJson } from "../../util/json";

/** Words in the names of undocumented methods that may apply to everything: `syncNodes`. */
const pluralWords = new Set([
  ...["all", "every", "everything", "everywhere", "nodes", "clients", "agents", "servers", "hosts"],
]);

/**
 * The effects of a call by what its parameters are, such as targets that are omitted or empty: a sentence each.
 * @param json raw `params`; undefined: without.
 */
export function paramEffects(
  { name, params }: Pick<MethodSpec, "name" | "params">,
  json: string | undefined,
): readonly string[] {
  const given = json === undefined ? undefined : parseJson(json);
  if (isDryRun(params, given)) return [];
  switch (params.kind) {
    case "named":
      return sentences(params.params, (param, place) => valueOf(given, param.name, place));
    case "whole":
      return sentences([params.value], () => given);
    case "unknown":
      return isEmpty(given) && wordsOf(name).some((word) => pluralWords.has(word))
        ? [l10n.t("No parameters are given: this may apply to everything.")]
        : [];
  }
}

function sentences(
  params: readonly ParamSpec[],
  value: (param: ParamSpec, place: number) => unknown,
): readonly string[] {
  return params.flatMap((param, place) => {
    const { type, ifEmpty, ifTrue } = param;
    const given = value(param, place);
    const effect = isMissing(type, given) ? ifEmpty : given === true ? ifTrue : undefined;
    return effect === undefined ? [] : [singleLine(effect)];
  });
}

/** Servers ignore a value of another type as if it were missing. */
function isMissing({ kind }: ParamType, value: unknown): boolean {
  if (isEmpty(value)) return true;
  if (kind === "list") return !Array.isArray(value);
  return kind === "text" && typeof value !== "string";
}

function valueOf(given: unknown, name: string, place: number): unknown {
  if (Array.isArray(given)) return given[place];
  return isRecord(given) && Object.hasOwn(given, name) ? given[name] : undefined;
}

/** As servers see it: missing, null, a blank string, or a list or object without values. */
function isEmpty(value: unknown): boolean {
  if (value === undefined || value === null) return true;
  if (typeof value === "string") return value.trim() === "";
  if (Array.isArray(value)) return value.every(isEmpty);
  return isRecord(value) && Object.keys(value).length === 0;
}

/**
 * Only for methods with that parameter, because others ignore it, and only by name: by position a dry run
 * cannot be distinguished from other flags.
 */
function isDryRun(params: ParamsSpec, given: unknown): boolean {
  const takes = params.kind === "named" && params.params.some(({ name }) => name === "dry_run");
  return takes && isRecord(given) && given.dry_run === true;
}
