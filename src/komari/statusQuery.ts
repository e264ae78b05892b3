import { type Params } from "../rpc/message";
import { offersStatusWithoutPings } from "./features";

/** Which statuses. */
export interface StatusQuery {
  /** Undefined: of all nodes, also of those that getNodes does not list. */
  readonly uuids?: readonly string[] | undefined;
  /** Without pings where the server offers that, which spares it work. */
  readonly omitsPings?: boolean;
}

/**
 * A server that works out pings may take long, and would do it again for whoever asks again. On a socket
 * the call ends with the socket, which a heartbeat watches.
 */
export const statusTimeoutMs = 5 * 60_000;

/** @param methods those of the server; undefined: not known. */
export function statusParams(
  { uuids, omitsPings = false }: StatusQuery,
  methods: ReadonlySet<string> | undefined,
): Params | undefined {
  const leavesPingsOut = omitsPings && offersStatusWithoutPings(methods);
  if (uuids === undefined && !leavesPingsOut) return undefined;
  return {
    ...(uuids !== undefined && { uuids }),
    ...(leavesPingsOut && { include_ping: false }),
  };
}
