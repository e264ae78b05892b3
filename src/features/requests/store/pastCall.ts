import { type CallFate, type CallOutcome } from "../../../shared/call/callApi";

/** A call of the history. Holds no secrets: they are masked in `params` and in the answer kept beside. */
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
  /** Secrets that are masked in the answer. */
  readonly secrets?: number;
  /** Of a call that failed or was canceled, if it might have changed something; older ones have none. */
  readonly fate?: CallFate;
  /** Of an error: the JSON-RPC code if there is one, and the sentence for people; of a canceled call its fate. */
  readonly code?: number;
  readonly text?: string;
  /** The answer is stored, as JSON with its secrets masked. */
  readonly kept: boolean;
}
