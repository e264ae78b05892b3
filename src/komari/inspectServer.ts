import { RpcClient } from "../rpc/client";
import { type Endpoint } from "../rpc/endpoint";
import { RpcLocalError } from "../rpc/errors";
import { type Disposable, DisposableStore, toDisposable } from "../util/disposable";
import { type Credential, credentialHeaders } from "./credential";
import { diagnose } from "./diagnose";
import { type Identity, identify } from "./identify";
import { KomariProblemError, refusalOf } from "./problem";

/** What it takes to look at a server once. */
type InspectClient = Pick<RpcClient, "call" | "batch" | "connect" | "state" | "onDidChangeState"> &
  Disposable;

/**
 * Looks at a server once, over whatever transport works, for the one who is about to add it or to
 * sign in. Rejects with KomariProblemError, also when the credential is not honoured though the
 * site would answer a guest.
 */
export async function inspectServer(
  endpoint: Endpoint,
  credential: Credential,
  signal?: AbortSignal,
  createClient: (endpoint: Endpoint) => InspectClient = (place) => new RpcClient(place),
): Promise<Identity> {
  const headers = () => ({ ...endpoint.headers(), ...credentialHeaders(credential) });
  const place: Endpoint = { ...endpoint, headers };
  const client = createClient(place);
  const ended = new AbortController();
  try {
    await opened(client, signal);
    const either = AbortSignal.any([ended.signal, ...(signal === undefined ? [] : [signal])]);
    return honoured(await identify(client, { signal: either }), credential);
  } catch (error) {
    throw new KomariProblemError(await diagnose(place, credential, error, signal));
  } finally {
    ended.abort();
    client.dispose();
  }
}

function honoured(identity: Identity, credential: Credential): Identity {
  if (identity.role === "admin" || credential.kind === "guest") return identity;
  const detail = "the site responds as to a guest";
  throw new KomariProblemError({ code: refusalOf(credential), detail });
}

/** Connects; rejects with the reason of the first failure, without a second try. */
async function opened(client: InspectClient, signal: AbortSignal | undefined): Promise<void> {
  const store = new DisposableStore();
  const settled = new Promise<void>((resolve, reject) => {
    const look = (): void => {
      const { state } = client;
      if (signal?.aborted) reject(new RpcLocalError("aborted", "the look was given up"));
      else if (state.kind === "open") resolve();
      else if (state.kind === "waiting" || state.kind === "stopped") reject(state.error);
    };
    signal?.addEventListener("abort", look);
    store.add(toDisposable(() => signal?.removeEventListener("abort", look)));
    store.add(client.onDidChangeState(look));
    client.connect();
    look();
  });
  await settled.finally(() => store.dispose());
}
