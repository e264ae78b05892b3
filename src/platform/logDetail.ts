import { inspect } from "node:util";

/** A detail of a log line as text: errors with their stack and everything that caused them. */
export function logDetail(detail: unknown): string {
  if (typeof detail === "string") return detail;
  return inspect(detail, { depth: 4, breakLength: 120, maxStringLength: 2000 });
}
