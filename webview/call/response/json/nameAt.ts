import { type KnownNames } from "../../state/knownNames";
import { isCloser, type JsonIndex } from "./jsonIndex";
import { countOf, keyOf, kindOf, rawValue } from "./jsonLine";

/** The name of the node or ping task that a line is about: by its value, or by its key in a map of nodes. */
export function nameAt(index: JsonIndex, line: number, names: KnownNames): string | undefined {
  if (isCloser(index, line)) return undefined;
  const key = keyOf(index, line);
  const kind = kindOf(index, line);
  const ofValue =
    countOf(index, line) > 0 ? undefined : names.of(key ?? "", kind, rawValue(index, line));
  return ofValue ?? (key === undefined ? undefined : names.node(key));
}
