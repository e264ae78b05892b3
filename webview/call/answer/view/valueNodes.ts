import * as l10n from "@vscode/l10n";
import { type Format } from "../../../../src/shared/format";
import { type Child, element } from "../../../lib/dom";
import { type ValueKind } from "../json/jsonLine";

/** A text with the places marked that have the query, whatever the case. */
export function withMarks(text: string, query: string): readonly Child[] {
  if (query === "") return [text];
  const found: Child[] = [];
  const [low, wanted] = [text.toLowerCase(), query.toLowerCase()];
  let from = 0;
  // Some letters are longer in lower case: then nothing can be marked by place.
  for (let at = low.length === text.length ? low.indexOf(wanted) : -1; at >= 0;) {
    found.push(text.slice(from, at), element("mark", {}, text.slice(at, at + query.length)));
    from = at + query.length;
    at = low.indexOf(wanted, from);
  }
  return [...found, text.slice(from)];
}

export interface ShownValue {
  readonly kind: ValueKind | "bracket";
  readonly text: string;
  /** How many characters of it are left out. */
  readonly more: number;
}

/** A value in the colour of its kind, and how much of it is not shown. */
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
