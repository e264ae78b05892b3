import { type JsonIndex } from "./jsonIndex";
import { keyOf, withParents } from "./jsonLine";

const identifier = /^[A-Za-z_][A-Za-z0-9_]*$/;

/** JSONPath of a value: `$.records["7c1f-…"][0].cpu`. */
export function jsonPath(index: JsonIndex, line: number): string {
  const steps = withParents(index, line).toReversed().slice(1);
  return `$${steps.map((step) => pathStep(index, step)).join("")}`;
}

function pathStep(index: JsonIndex, line: number): string {
  const key = keyOf(index, line);
  if (key === undefined) return `[${index.places[line] ?? 0}]`;
  return identifier.test(key) ? `.${key}` : `[${JSON.stringify(key)}]`;
}
