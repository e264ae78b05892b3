import { type MethodSpec, type ParamSpec, type ParamsSpec } from "../../../shared/call/methodSpec";

/**
 * Raw JSON of the parameters that a method is called with on these nodes; undefined: it takes none,
 * or there are none.
 */
export function nodeParams({ params }: MethodSpec, uuids: readonly string[]): string | undefined {
  const [first] = uuids;
  if (first === undefined) return undefined;
  const taken = takesNodes(params, uuids.length > 1);
  if (taken === undefined) return undefined;
  const value = isList(taken) ? uuids : first;
  return JSON.stringify(params.kind === "whole" ? value : { [taken.name]: value });
}

/** One node goes to a parameter for one node if there is one, several to a parameter for a list. */
function takesNodes(params: ParamsSpec, several: boolean): ParamSpec | undefined {
  if (params.kind === "unknown") return undefined;
  const all = params.kind === "whole" ? [params.value] : params.params;
  const one = all.find(isNode);
  const list = all.find(isList);
  return several ? (list ?? one) : (one ?? list);
}

/** Names that plugins use too, which have no pickers. */
const listNames = ["uuids", "clients"];

function isNode({ picker, name }: ParamSpec): boolean {
  return picker === "node" || (picker === undefined && name === "uuid");
}

function isList({ picker, name }: ParamSpec): boolean {
  return picker === "nodes" || (picker === undefined && listNames.includes(name));
}
