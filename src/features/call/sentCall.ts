import { type RawResponse } from "../../komari/rawCalls";
import { type CallCanceled, type CallError } from "../../shared/call/callApi";
import { type Answer } from "./answer";
import { type CallTarget } from "../common/callTarget";

/** A call and its outcome. */
export interface SentCall {
  readonly target: CallTarget;
  readonly serverName: string;
  /** Milliseconds since the epoch. */
  readonly sentAt: number;
  readonly tookMs: number;
  readonly transport: RawResponse["transport"] | undefined;
  readonly outcome: SentOutcome;
}

export type SentOutcome =
  | { readonly kind: "ok"; readonly answer: Answer }
  | CallError
  | CallCanceled
  | { readonly kind: "refused" };
