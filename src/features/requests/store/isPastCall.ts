import { callFates } from "../../../shared/call/callApi";
import { isRecord } from "../../../util/json";
import { maxTime } from "./callId";
import { type PastCall } from "./pastCall";

const outcomes = ["ok", "error", "cancelled"] as const satisfies readonly PastCall["outcome"][];

type Field = Exclude<keyof PastCall, "transport" | "outcome" | "fate" | "id">;

const kinds = {
  serverId: "string",
  serverName: "string",
  method: "string",
  sentAt: "number",
  tookMs: "number",
  kept: "boolean",
} as const satisfies Partial<Record<Field, string>>;

const optionalKinds = {
  params: "string",
  bytes: "number",
  secrets: "number",
  code: "number",
  text: "string",
  paramsForgotten: "boolean",
} as const satisfies Partial<Record<Field, string>>;

/** Whether it can be used as a call of the history: a file may hold anything. */
export function isPastCall(value: unknown): value is PastCall {
  if (!isRecord(value)) return false;
  const { id, transport, outcome, fate } = value;
  // It becomes part of a file's name.
  if (typeof id !== "string" || !/^[\w-]{1,96}$/.test(id)) return false;
  if (!outcomes.some((known) => known === outcome)) return false;
  if (fate !== undefined && !callFates.some((known) => known === fate)) return false;
  if (transport !== undefined && transport !== "http" && transport !== "webSocket") return false;
  if (!(Math.abs(Number(value.sentAt)) <= maxTime)) return false;
  return (
    Object.entries(kinds).every(([field, kind]) => typeof value[field] === kind) &&
    Object.entries(optionalKinds).every(
      ([field, kind]) => value[field] === undefined || typeof value[field] === kind,
    )
  );
}
