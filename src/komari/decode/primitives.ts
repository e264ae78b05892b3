import { shownName } from "../../shared/shownName";

/** Guards from wire to domain: each gives undefined for what is absent, empty or of another type. */

export type WireRecord = Readonly<Record<string, unknown>>;

export function isArray(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}

/** Text as the server has it; blank is absent. */
export function text(value: unknown): string | undefined {
  return typeof value === "string" && value.trim() !== "" ? value : undefined;
}

export function flag(value: unknown): boolean | undefined {
  return typeof value === "boolean" ? value : undefined;
}

/** Text that is only ever shown, with all that is needed for that; blank is absent. */
export function label(value: unknown): string | undefined {
  const written = text(value);
  return written === undefined ? undefined : shownName(written) || undefined;
}

const maxIdentifier = 200;

/** A name that is sent back as it is: what could not be shown is none. */
export function identifier(value: unknown): string | undefined {
  const name = text(value);
  return name === undefined || name.length > maxIdentifier ? undefined : name;
}

/** Any finite number; big ones have lost their last digits in JSON.parse already. */
export function number(value: unknown): number | undefined {
  return typeof value === "number" && Number.isFinite(value) ? value : undefined;
}

/** For fields where 0 says "unknown" or "none" and less than 0 says nothing. */
export function positive(value: unknown): number | undefined {
  return typeof value === "number" && value > 0 && value < Infinity ? value : undefined;
}

/** For counts and amounts: 0 is a value. */
export function nonNegative(value: unknown): number | undefined {
  return typeof value === "number" && value >= 0 && value < Infinity ? value : undefined;
}

/** Temperatures may lie below 0, and 0 says "no sensor". */
export function nonZero(value: unknown): number | undefined {
  return value === 0 ? undefined : number(value);
}

/** The id of a database row, 0 for none; map keys arrive as text. */
export function rowId(value: unknown): number | undefined {
  const id = typeof value === "string" && value !== "" ? Number(value) : value;
  return typeof id === "number" && Number.isSafeInteger(id) && id >= 0 ? id : undefined;
}
