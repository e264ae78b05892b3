import * as l10n from "@vscode/l10n";
import { type Format } from "../../../../src/shared/format";
import { type Child, element } from "../../../lib/dom";
import { type ValueKind } from "./jsonLine";

/** A text with the case-insensitive matches of the query marked. */
export function withMarks(text: string, query: string): readonly Child[] {
  if (query === "") return [text];
  const found: Child[] = [];
  const [lowerText, lowerQuery] = [text.toLowerCase(), query.toLowerCase()];
  let from = 0;
  // Some characters get longer in lower case: then offsets do not match, and nothing is marked.
  for (let at = lowerText.length === text.length ? lowerText.indexOf(lowerQuery) : -1; at >= 0;) {
    found.push(text.slice(from, at), element("mark", {}, text.slice(at, at + query.length)));
    from = at + query.length;
    at = lowerText.indexOf(lowerQuery, from);
  }
  return [...found, text.slice(from)];
}

export interface ShownValue {
  readonly kind: ValueKind | "bracket";
  readonly text: string;
  /** The number of omitted characters. */
  readonly more: number;
}

/** A value in the colour of its kind, and how much of it is omitted. */
export function valueNodes(
  { kind, text, more }: ShownValue,
  query: string,
  format: Format,
): readonly HTMLElement[] {
  const value = element("span", { class: `json-${kind}` }, ...withMarks(text, query));
  if (more === 0) return [value];
  const rest =
    more === 1
      ? l10n.t("… and 1 more character")
      : l10n.t("… and {0} more characters", format.number(more));
  return [value, element("span", { class: "json-more" }, rest)];
}
