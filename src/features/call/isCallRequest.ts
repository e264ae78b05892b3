import {
  type ResponseAction,
  responseActions,
  type CallAction,
  callActions,
  type CallRequest,
  type PickRequest,
  maxTimeoutSeconds,
  type SnippetFormat,
  snippetFormats,
} from "../../shared/call/callApi";
import { isRecord } from "../../util/json";

/** Pages are another process: their messages are validated. */

export function isCallRequest(value: unknown): value is CallRequest {
  if (!isRecord(value)) return false;
  const { id, params, timeoutSeconds } = value;
  return (
    Number.isSafeInteger(id) &&
    isParams(params) &&
    typeof timeoutSeconds === "number" &&
    timeoutSeconds > 0 &&
    timeoutSeconds <= maxTimeoutSeconds
  );
}

export function isParams(value: unknown): value is string | undefined {
  return value === undefined || typeof value === "string";
}

const pickers: ReadonlySet<unknown> = new Set<PickRequest["picker"]>([
  ...(["node", "nodes", "pingTask", "metrics", "method"] as const),
]);

export function isPickRequest(value: unknown): value is PickRequest {
  if (!isRecord(value)) return false;
  const { param, picker, many, current } = value;
  return (
    typeof param === "string" &&
    pickers.has(picker) &&
    typeof many === "boolean" &&
    Array.isArray(current) &&
    current.every((each) => typeof each === "string")
  );
}

export function isResponseAction(value: unknown): value is ResponseAction {
  return responseActions.some((action) => action === value);
}

export function isCallAction(value: unknown): value is CallAction {
  return callActions.some((action) => action === value);
}

export function isSnippetFormat(value: unknown): value is SnippetFormat {
  return snippetFormats.some((format) => format === value);
}
