import { type KomariApi } from "../../../komari/api";
import { type Session } from "../../../komari/session";
import { type Clock } from "../../../util/clock";

/** Requested only for a tooltip; undefined where the server does not provide it. */
export interface ServerFacts {
  readonly username: string | undefined;
  /** Round trip of rpc.ping, milliseconds. */
  readonly roundTripMs: number | undefined;
  /** Version of JSON-RPC, such as "2.0". */
  readonly rpcVersion: string | undefined;
}

export type FactsSession = Pick<Session, "state"> & {
  readonly api: Pick<KomariApi, "me" | "ping" | "rpcVersion">;
};

/** A tooltip does not wait longer for what is not in it yet. */
const timeoutMs = 2_000;

const unknownFacts: ServerFacts = {
  username: undefined,
  roundTripMs: undefined,
  rpcVersion: undefined,
};

/** Never rejects: what cannot be had in two seconds is left out. */
export async function readServerFacts(session: FactsSession, clock: Clock): Promise<ServerFacts> {
  if (session.state.kind !== "ready") return unknownFacts;
  const { api } = session;
  const options = { timeoutMs };
  const [me, roundTripMs, rpcVersion] = await Promise.all([
    orUndefined(api.me(options)),
    orUndefined(timed(() => api.ping(options), clock)),
    orUndefined(api.rpcVersion(options)),
  ]);
  return { username: me?.username, roundTripMs, rpcVersion };
}

async function timed(request: () => Promise<unknown>, clock: Clock): Promise<number> {
  const start = clock.now();
  await request();
  return clock.now() - start;
}

function orUndefined<T>(value: Promise<T>): Promise<T | undefined> {
  return value.catch(() => undefined);
}
