import { isRecord } from "../json";

/** Parameters by name, as the server binds them: what it does not know is gone. */
export type Bound<N extends string> = Readonly<Partial<Record<N, unknown>>>;

/** Names match in any case, an array fills them in order, a bare scalar is the first; null is absent. */
export function bind<const N extends string>(params: unknown, names: readonly N[]): Bound<N> {
  const bound: Partial<Record<N, unknown>> = {};
  for (const [index, name] of names.entries()) {
    const value = pick(params, name, index);
    if (value !== undefined && value !== null) bound[name] = value;
  }
  return bound;
}

function pick(params: unknown, name: string, index: number): unknown {
  if (Array.isArray(params)) {
    const items: readonly unknown[] = params;
    return items[index];
  }
  if (!isRecord(params)) return index === 0 ? params : undefined;
  const key = Object.keys(params).find((known) => known.toLowerCase() === name.toLowerCase());
  return key === undefined ? undefined : params[key];
}

/** Wrong types are silently no value at all. */
export function asText(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}

export function asWhole(value: unknown): number | undefined {
  return typeof value === "number" && Number.isInteger(value) ? value : undefined;
}

export function asNumber(value: unknown): number | undefined {
  return typeof value === "number" ? value : undefined;
}

export function asTexts(value: unknown): readonly string[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const items: readonly unknown[] = value;
  const texts = items.filter((item) => typeof item === "string");
  return texts.length === items.length ? texts : undefined;
}
