import { type Fate } from "./errors";

/** With these a proxy says that it waited for the server, or that the client had hung up. */
const givenUp: ReadonlySet<number> = new Set([408, 460, 499]);

/** Whether a proxy says that a call came to nothing on the way, be it with a status of clients' errors. */
export function isGatewayStatus(status: number): boolean {
  return status > 501 || givenUp.has(status);
}

/**
 * After these it was not: what answered does not know POST (501) or this HTTP (505), stands before the network (511), or is a
 * CDN that could not agree on TLS with the server (525, 526) or find it (530).
 */
const refusedFrom500: ReadonlySet<number> = new Set([501, 505, 511, 525, 526, 530]);

/** What becomes of a call that is answered with this HTTP status and no JSON-RPC. */
export function fateOfStatus(status: number): Fate {
  if (status < 300) return "unknown";
  if (status < 500) return givenUp.has(status) ? "unknown" : "refused";
  return refusedFrom500.has(status) ? "refused" : "unknown";
}
