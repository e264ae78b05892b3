import { indexJson, type JsonIndex } from "../../../../../webview/call/answer/json/jsonIndex";
import { runAtOnce } from "../../../../../webview/call/answer/slices";

export function indexOf(text: string): JsonIndex {
  return runAtOnce(indexJson(text));
}

export function indexOfValue(value: unknown): JsonIndex {
  return indexOf(JSON.stringify(value));
}
