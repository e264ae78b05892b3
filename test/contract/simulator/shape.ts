import { isRecord } from "../../simulator/json";

/**
 * What a value is made of: kinds of scalars, keys of objects, and of lists and maps (objects with
 * uuids or numbers for keys) what their items have in common.
 */
export type Shape =
  | { readonly kind: "scalar"; readonly types: ReadonlySet<string> }
  | { readonly kind: "object"; readonly members: ReadonlyMap<string, Member> }
  | { readonly kind: "list" | "map"; readonly items: Shape | undefined };

interface Member {
  readonly always: boolean;
  readonly shape: Shape;
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const time = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?(Z|[+-]\d\d:\d\d)$/;

export function shapeOf(value: unknown): Shape {
  if (Array.isArray(value)) {
    const items: readonly unknown[] = value;
    return { kind: "list", items: common(items.map(shapeOf)) };
  }
  if (!isRecord(value)) return { kind: "scalar", types: new Set([scalar(value)]) };
  const entries = Object.entries(value);
  if (entries.length > 0 && entries.every(([key]) => uuid.test(key) || /^\d+$/.test(key))) {
    return { kind: "map", items: common(entries.map(([, item]) => shapeOf(item))) };
  }
  const members = entries.map(([key, item]): [string, Member] => [
    key,
    { always: true, shape: shapeOf(item) },
  ]);
  return { kind: "object", members: new Map(members) };
}

function scalar(value: unknown): string {
  if (value === null) return "null";
  const zone = typeof value === "string" ? time.exec(value)?.[1] : undefined;
  return zone === undefined ? typeof value : `time ${zone}`;
}

function common(shapes: readonly Shape[]): Shape | undefined {
  const [first, ...rest] = shapes;
  return first === undefined ? undefined : rest.reduce(merge, first);
}

function merge(a: Shape, b: Shape): Shape {
  if (a.kind === "scalar" && b.kind === "scalar") {
    return { kind: "scalar", types: new Set([...a.types, ...b.types]) };
  }
  if (a.kind === "object" && b.kind === "object") {
    const keys = new Set([...a.members.keys(), ...b.members.keys()]);
    return {
      kind: "object",
      members: new Map(
        [...keys].map((key) => [key, mergeMembers(a.members.get(key), b.members.get(key))]),
      ),
    };
  }
  if (a.kind === "list" && b.kind === "list")
    return { kind: "list", items: mergeItems(a.items, b.items) };
  if (a.kind === "map" && b.kind === "map")
    return { kind: "map", items: mergeItems(a.items, b.items) };
  if (a.kind === "map" && isEmpty(b)) return a;
  if (b.kind === "map" && isEmpty(a)) return b;
  return {
    kind: "scalar",
    types: new Set(
      [a, b].flatMap((shape) => (shape.kind === "scalar" ? [...shape.types] : [shape.kind])),
    ),
  };
}

/** An object without members may be a map without items. */
function isEmpty(shape: Shape): boolean {
  return shape.kind === "object" && shape.members.size === 0;
}

function mergeItems(a: Shape | undefined, b: Shape | undefined): Shape | undefined {
  return a !== undefined && b !== undefined ? merge(a, b) : (a ?? b);
}

const none: Member = { always: false, shape: { kind: "scalar", types: new Set() } };

function mergeMembers(a: Member = none, b: Member = none): Member {
  if (a === none) return { always: false, shape: b.shape };
  if (b === none) return { always: false, shape: a.shape };
  return { always: a.always && b.always, shape: merge(a.shape, b.shape) };
}

/** Where `actual` is not made like `recorded`: each place in words. */
export function differences(actual: Shape, recorded: Shape, path = "$"): string[] {
  if (actual.kind === "scalar" && recorded.kind === "scalar") {
    const extra = [...actual.types].filter((type) => !recorded.types.has(type));
    return extra.length === 0
      ? []
      : [`${path} is ${extra.join("|")}, not ${[...recorded.types].join("|")}`];
  }
  if (actual.kind === "object" && recorded.kind === "object") {
    return memberDifferences(actual.members, recorded.members, path);
  }
  if (
    (actual.kind === "list" && recorded.kind === "list") ||
    (actual.kind === "map" && recorded.kind === "map")
  ) {
    if (actual.items !== undefined && recorded.items !== undefined) {
      return differences(actual.items, recorded.items, `${path}[]`);
    }
    return actual.items === recorded.items
      ? []
      : [`${path} is ${actual.items === undefined ? "" : "not "}empty`];
  }
  return [`${path} is ${actual.kind}, not ${recorded.kind}`];
}

function memberDifferences(
  actual: ReadonlyMap<string, Member>,
  recorded: ReadonlyMap<string, Member>,
  path: string,
): string[] {
  const extra = [...actual.keys()].filter((key) => !recorded.has(key));
  const found = extra.map((key) => `${path}.${key} is new`);
  for (const [key, member] of recorded) {
    const own = actual.get(key);
    if (own === undefined ? member.always : member.always && !own.always)
      found.push(`${path}.${key} is missing`);
    if (own !== undefined) found.push(...differences(own.shape, member.shape, `${path}.${key}`));
  }
  return found;
}
