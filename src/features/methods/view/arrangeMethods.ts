import { type MethodSpec } from "../../../shared/call/methodSpec";
import { riskText, roleText } from "../../../shared/call/methodTexts";
import { wordMatcher } from "../../../shared/wordMatcher";
import { type MethodChoices } from "./methodsState";
import { isInternal } from "./methodWords";

/** What a group row stands for. */
export type GroupKey = (
  | { readonly kind: "favorites" }
  /** Empty: methods without one. */
  | { readonly kind: "namespace"; readonly name: string }
) & {
  /** What is open while a filter is set has nothing to do with what is open without one. */
  readonly filtered?: true;
};

export interface MethodGroup {
  readonly key: GroupKey;
  readonly methods: readonly MethodSpec[];
}

/** The rows of one server, in order. */
export interface MethodArrangement {
  readonly groups: readonly MethodGroup[];
  /** Methods that pass the filter, and all that could. */
  readonly shown: number;
  readonly total: number;
}

export function arrangeMethods(
  methods: readonly MethodSpec[],
  choices: MethodChoices,
  favorites: ReadonlySet<string>,
): MethodArrangement {
  const matches = wordMatcher(choices.filter);
  const candidates = methods.filter((spec) => choices.internal || !isInternal(spec));
  const shown = candidates.filter((spec) => matches(searchText(spec)));
  const starred = shown.filter(({ name }) => favorites.has(name)).sort(byName);
  const pinned = { key: { kind: "favorites" } as const, methods: starred };
  const groups = [...(starred.length > 0 ? [pinned] : []), ...byNamespace(shown)];
  return {
    groups: choices.filter === "" ? groups : groups.map(asFiltered),
    shown: shown.length,
    total: candidates.length,
  };
}

function asFiltered({ key, methods }: MethodGroup): MethodGroup {
  return { key: { ...key, filtered: true }, methods };
}

/** Namespaces that all roles may call come first, restricted ones last, those of plugins in between. */
const firstNamespaces = ["common", "public", "guest"];
const lastNamespaces = ["admin", "client", "rpc"];

/** By namespace, then by name. */
export function byNamespace(methods: readonly MethodSpec[]): readonly MethodGroup[] {
  const found = new Map<string, MethodSpec[]>();
  for (const spec of methods) {
    const known = found.get(spec.namespace);
    if (known === undefined) found.set(spec.namespace, [spec]);
    else known.push(spec);
  }
  return [...found]
    .sort(([a], [b]) => rankOf(a) - rankOf(b) || compare(a, b))
    .map(([name, specs]) => ({ key: { kind: "namespace", name }, methods: specs.sort(byName) }));
}

function rankOf(namespace: string): number {
  const first = firstNamespaces.indexOf(namespace);
  return first >= 0 ? first - firstNamespaces.length : lastNamespaces.indexOf(namespace) + 1;
}

function searchText(spec: MethodSpec): string {
  const { name, summary, description, role } = spec;
  return [name, summary ?? "", description ?? "", riskText(spec), roleText(role)].join("\n");
}

function byName(a: MethodSpec, b: MethodSpec): number {
  return compare(a.name, b.name);
}

/** By code units, as servers sort their lists. */
function compare(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
