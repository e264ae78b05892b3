import { inspect } from "node:util";
import { clip } from "../shared/clip";
import { singleLine } from "../shared/singleLine";

const maxLength = 2000;

/** A message may quote names of servers and methods: on one line, so that they make no lines of their own. */
export function logLine(message: string): string {
  return clip(singleLine(message), maxLength);
}

/** A detail of a log line as text: errors with their stack and everything that caused them. */
export function logDetail(detail: unknown): string {
  if (typeof detail === "string") return logLine(detail);
  return inspect(detail, { depth: 4, breakLength: 120, maxStringLength: maxLength });
}
