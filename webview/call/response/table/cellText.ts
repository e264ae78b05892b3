import { clip } from "../../../../src/shared/clip";
import { type Format } from "../../../../src/shared/format";
import { escaped, shownJson, shownString } from "../json/shownText";
import { readable } from "./readable";
import { type Cell } from "./tableModel";

/** Limits of a value in a cell and in its tooltip. */
const maxTextLength = 200;
const maxTitleLength = 1000;

export interface CellText {
  readonly text: string;
  /** The raw value, where it differs. */
  readonly title: string | undefined;
}

/** A cell: amounts and times formatted, the raw value in the tooltip. */
export function cellText(cell: Cell, column: string, parent: string, format: Format): CellText {
  const { kind, raw, shown } = cell;
  const nice = shown ?? readable({ key: column, parent, kind, raw }, format);
  if (nice !== undefined) {
    return { text: nice, title: clip(kind === "string" ? raw.slice(1, -1) : raw, maxTitleLength) };
  }
  switch (kind) {
    case "string": {
      const text = shownString(raw, maxTextLength);
      return { text, title: text.length > 40 ? shownString(raw, maxTitleLength) : undefined };
    }
    case "array":
    case "object": {
      const { text, more } = shownJson(raw, maxTextLength);
      const title = shownJson(raw, maxTitleLength);
      return {
        text: escaped(more > 0 ? `${text}…` : text),
        title: escaped(title.more > 0 ? `${title.text}…` : title.text),
      };
    }
    case "number":
    case "boolean":
    case "null":
      return { text: clip(raw, maxTextLength), title: undefined };
  }
}
