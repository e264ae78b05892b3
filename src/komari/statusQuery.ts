import { type Params } from "../rpc/message";
import { supportsStatusWithoutPings } from "./features";

/** Which statuses to request. */
export interface StatusQuery {
  /** Undefined: all nodes, also those that getNodes does not list. */
  readonly uuids?: readonly string[] | undefined;
  /** Without pings if the server supports that, which saves it work. */
  readonly omitsPings?: boolean;
}

/**
 * Calculating pings may take long, and a retry would make the server start over. On a socket the call ends
 * with the socket, which a heartbeat checks.
 */
export const statusTimeoutMs = 5 * 60_000;

/** @param methods of the server; undefined: not known. */
export function statusParams(
  { uuids, omitsPings = false }: StatusQuery,
  methods: ReadonlySet<string> | undefined,
): Params | undefined {
  const leavesPingsOut = omitsPings && supportsStatusWithoutPings(methods);
  if (uuids === undefined && !leavesPingsOut) return undefined;
  return {
    ...(uuids !== undefined && { uuids }),
    ...(leavesPingsOut && { include_ping: false }),
  };
}
