import { type IncomingHttpHeaders } from "node:http";
import { httpDate } from "./httpDate";

/** The `Date` of a response, with the time of the exchange. */
export interface DatedResponse {
  /** Milliseconds since the epoch, cut to the second: when the server, or a proxy before it, wrote the headers. */
  readonly date: number;
  /** By `Clock.now`. */
  readonly sentAt: number;
  readonly receivedAt: number;
}

export type OnDate = (response: DatedResponse) => void;

/** Undefined where there is none to use: with an `Age`, the response was stored by a cache. */
export function datedResponse(
  { date: text, age }: IncomingHttpHeaders,
  sentAt: number,
  receivedAt: number,
): DatedResponse | undefined {
  const date = httpDate(text);
  return date === undefined || Number(age) > 0 ? undefined : { date, sentAt, receivedAt };
}
