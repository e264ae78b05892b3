import { type ParamSpec, type MethodSpec } from "../../shared/call/methodSpec";
import { shownName } from "../../shared/shownName";
import { isRecord, parseJson } from "../../util/json";
import { type NamedServer, nodeName, pingTaskNames } from "./serverNames";

/** What a call is about, by the names that users know. */
export interface CallTargets {
  readonly nodes: readonly string[];
  readonly tasks: readonly string[];
  /** A text parameter as it will be sent. */
  readonly text: (name: string) => string | undefined;
}

/**
 * The nodes and ping tasks that the parameters name. What has no known name is shown by its UUID or id.
 * @param json raw `params`; undefined: without.
 */
export function callTargets(
  { params }: Pick<MethodSpec, "params">,
  json: string | undefined,
  server: NamedServer | undefined,
): CallTargets {
  const given = json === undefined ? undefined : parseJson(json);
  const values = params.kind === "named" ? namedValues(params.params, given) : [];
  const whole = params.kind === "whole" ? [{ spec: params.value, value: given }] : [];
  const all = [...values, ...whole];
  const tasks = server && pingTaskNames(server);
  const picked = (...pickers: readonly string[]) =>
    all.filter(({ spec: { picker = "" } }) => pickers.includes(picker));
  const text = (name: string) => {
    const value = all.find(({ spec }) => spec.name === name)?.value;
    return typeof value === "string" ? value : undefined;
  };
  return {
    text,
    nodes: picked("node", "nodes").flatMap(({ value }) =>
      keysIn(value).map((uuid) => (server && nodeName(server, uuid)) ?? shownName(uuid)),
    ),
    tasks: picked("pingTask").flatMap(({ value }) =>
      keysIn(value).map((id) => shownName(tasks?.get(Number(id)) ?? id)),
    ),
  };
}

function namedValues(specs: readonly ParamSpec[], given: unknown) {
  return specs.map((spec, place) => ({ spec, value: valueOf(given, spec.name, place) }));
}

/** Servers take names in any case: of two that differ by that alone it is not known which one counts. */
function valueOf(given: unknown, name: string, place: number): unknown {
  if (Array.isArray(given)) return given[place];
  if (!isRecord(given) || !Object.hasOwn(given, name)) return undefined;
  const alike = Object.keys(given).filter((key) => key.toLowerCase() === name.toLowerCase());
  return alike.length === 1 ? given[name] : undefined;
}

/** Each once. */
function keysIn(value: unknown): readonly string[] {
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  const keys = list.flatMap((each) =>
    (typeof each === "string" && each !== "") || typeof each === "number" ? [String(each)] : [],
  );
  return [...new Set(keys)];
}
