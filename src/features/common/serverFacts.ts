import { type KomariApi, type ReadOptions } from "../../komari/api";
import { type Session } from "../../komari/session";
import { type Clock } from "../../util/clock";

/** Requested only when somebody looks, never by polls; undefined where the server does not provide it. */
export interface ServerFacts {
  /** Of whoever is signed in. */
  readonly username: string | undefined;
  /** Round trip of rpc.ping the way that live calls go, milliseconds. */
  readonly roundTripMs: number | undefined;
  /** Version of JSON-RPC, such as "2.0". */
  readonly rpcVersion: string | undefined;
}

export type FactsSession = Pick<Session, "state"> & {
  readonly api: Pick<KomariApi, "me" | "ping" | "rpcVersion">;
};

/** A tooltip does not wait longer. */
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
  const [username, roundTripMs, rpcVersion] = await Promise.all([
    orUndefined(readUsername(session, options)),
    orUndefined(timed(() => api.ping(options), clock)),
    orUndefined(api.rpcVersion(options)),
  ]);
  return { username, roundTripMs, rpcVersion };
}

/** Servers give API keys, which belong to no account, this name. */
const nameOfApiKeys = "api_key";

async function readUsername({ state, api }: FactsSession, options: ReadOptions) {
  if (state.kind !== "ready" || state.identity.role === "guest") return undefined;
  const me = await api.me(options);
  return me?.username === nameOfApiKeys ? undefined : me?.username;
}

async function timed(request: () => Promise<unknown>, clock: Clock): Promise<number> {
  const start = clock.now();
  await request();
  return clock.now() - start;
}

function orUndefined<T>(value: Promise<T>): Promise<T | undefined> {
  return value.catch(() => undefined);
}
