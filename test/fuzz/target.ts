import assert from "node:assert/strict";
import { RpcLocalError } from "../../src/rpc/errors";
import { type Sequence } from "../simulator/random";

const maxNesting = 10_000;

/** One input, and the check of it. Both may be repeated with the same outcome. */
export interface Trial {
  readonly input: unknown;
  readonly check: () => void | Promise<void>;
}

/** Something that reads what others have written. */
export interface Target {
  readonly name: string;
  readonly trial: (random: Sequence) => Trial;
}

/** @param check throws where a promise is broken; what the code under test throws by its documentation it catches. */
export function target<T>(
  name: string,
  make: (random: Sequence) => T,
  check: (input: T) => void | Promise<void>,
): Target {
  return {
    name,
    trial: (random) => {
      const input = make(random);
      return { input, check: () => check(input) };
    },
  };
}

/** The result, or undefined where it throws "malformed", as it may. */
export function unlessMalformed<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch (error) {
    assert.ok(error instanceof RpcLocalError && error.code === "malformed", String(error));
    return undefined;
  }
}

/** Fails if what came out is much more than what went in. */
export function assertBounded(
  output: number,
  input: number,
  factor = 10,
  allowance = 20_000,
): void {
  assert.ok(output <= input * factor + allowance, `${output} out of ${input}`);
}

/** How much text there is in a value; a size like that of its JSON, for things that JSON cannot say too. */
export function sizeOf(value: unknown, depth = 0): number {
  if (typeof value === "string") return value.length + 2;
  if (typeof value !== "object" || value === null || depth > 50) return 8;
  if (ArrayBuffer.isView(value)) return value.byteLength;
  let size = 2;
  const add = (item: unknown) => (size += sizeOf(item, depth + 1));
  if (Array.isArray(value) || value instanceof Set || value instanceof Map) {
    for (const item of value) add(item);
  } else {
    for (const [key, item] of Object.entries(value)) {
      add(key);
      add(item);
    }
  }
  return size;
}

/** As JSON.stringify, but for what is nested so deep that it cannot be written: that is all alike. */
export function jsonOf(value: unknown): string {
  try {
    return value === undefined ? "undefined" : JSON.stringify(value);
  } catch (error) {
    if (error instanceof RangeError) return "too deep";
    throw error;
  }
}

/** Whether it may be nested deeper than is taken for JSON where it is read byte by byte. */
export function mayBeDeep(text: string): boolean {
  return (text.match(/[[{]/g)?.length ?? 0) >= maxNesting;
}
