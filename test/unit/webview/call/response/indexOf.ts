import { indexJson, type JsonIndex } from "../../../../../webview/call/response/json/jsonIndex";
import { runSync } from "../../../../../src/json/cooperative";

export function indexOf(text: string): JsonIndex {
  return runSync(indexJson(text));
}

export function indexOfValue(value: unknown): JsonIndex {
  return indexOf(JSON.stringify(value));
}
