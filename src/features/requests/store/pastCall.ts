import { type CallFate, callFates, type CallOutcome } from "../../../shared/call/callApi";
import { isRecord } from "../../../util/json";
import { maxTime } from "../../../shared/times";

/** A call of the history. Holds no secrets: they are masked in `params` and in the response stored beside. */
export interface PastCall {
  readonly id: string;
  readonly serverId: string;
  /** As the server was called then: untrusted text. */
  readonly serverName: string;
  readonly method: string;
  /** Raw JSON; undefined: sent without, unless `paramsForgotten`. */
  readonly params?: string;
  /** The parameters were too long to store. */
  readonly paramsForgotten?: boolean;
  /** Milliseconds since the epoch. */
  readonly sentAt: number;
  readonly tookMs: number;
  readonly transport?: "http" | "webSocket";
  readonly outcome: Exclude<CallOutcome["kind"], "refused">;
  /** Of the result as received. */
  readonly bytes?: number;
  /** Secrets that are masked in the response. */
  readonly secrets?: number;
  /** Of a call that failed or was canceled, if it might have changed something; older ones have none. */
  readonly fate?: CallFate;
  /** Of an error: the JSON-RPC code if there is one, and the sentence for people; of a canceled call its fate. */
  readonly code?: number;
  readonly text?: string;
  /** The response is stored, as JSON with its secrets masked. */
  readonly kept: boolean;
}

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
