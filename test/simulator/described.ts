import { type Json, isRecord } from "./json";
import { type SimNode } from "./fleet/simNode";

/** A file of test/fixtures/described: responses that were read in sources, not recorded. */
export interface Described {
  readonly cases: readonly { readonly request: unknown; readonly response: unknown }[];
}

/** The result of the first case of each method; null where that is a success without a result. */
export function describedResults({ cases }: Described): Readonly<Record<string, Json>> {
  const results: Record<string, Json> = {};
  for (const { request, response } of cases) {
    if (!isRecord(request) || !isRecord(response) || "error" in response) continue;
    const method = String(request.method);
    if (!(method in results)) results[method] = asJson(response.result);
  }
  return results;
}

/** The results of rpc.help by method. */
export function describedHelp({ cases }: Described): Readonly<Record<string, Json>> {
  return Object.fromEntries(
    cases.flatMap(({ response }) => {
      const help = isRecord(response) ? response.result : undefined;
      return isRecord(help) ? [[String(help.name), asJson(help)]] : [];
    }),
  );
}

/** The names of a described rpc.methods, rpc.* included. */
export function describedNames({ cases }: Described): readonly string[] {
  const response = cases.at(-1)?.response;
  const names = isRecord(response) && Array.isArray(response.result) ? response.result : [];
  return names.map(String);
}

/** Puts nodes of the fleet in the place of the invented ones, which are numbered from 1. */
export function withNodes(result: Json, nodes: readonly SimNode[]): Json {
  const text = JSON.stringify(result).replaceAll(
    /a1b2c3d4-0000-4000-8000-0{9}(\d{3})/g,
    (uuid, number: string) => nodes[Number(number) - 1]?.uuid ?? uuid,
  );
  return asJson(JSON.parse(text));
}

/** A value that came out of JSON. */
export function asJson(value: unknown): Json {
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") {
    return value;
  }
  if (Array.isArray(value)) return value.map(asJson);
  if (!isRecord(value)) return null;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, asJson(item)]));
}
