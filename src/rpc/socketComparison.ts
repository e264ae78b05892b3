import { type Failure } from "./failure";
import { type SocketTransport } from "./transport";
import { type Dial, type Dialled, type DialEvents } from "./webSocketDial";

/** Over a fresh socket: whether the other one is dead. May reject. */
export type Verdict = (fresh: SocketTransport) => Promise<boolean>;

type Comparison =
  /** It answers, or works on a call. */
  | { readonly kind: "alive" }
  /** No other socket can be had. */
  | { readonly kind: "closed" }
  /** The fresh one, to be used in its place. */
  | { readonly kind: "dead"; readonly fresh: SocketTransport; readonly dialled: Dialled };

const done: Failure = { code: "aborted", detail: "the comparison has ended" };

/** Opens a socket beside one that is mute, to find out whether that is dead. A socket on which a message came is not. */
export async function compareSockets(
  dial: Dial,
  mute: SocketTransport,
  isDead: Verdict,
  onLost: DialEvents["onLost"],
  signal: AbortSignal,
): Promise<Comparison> {
  const before = mute.messages;
  const ended = new AbortController();
  const end = (): void => ended.abort();
  signal.addEventListener("abort", end, { signal: ended.signal });
  let dialled: Dialled | undefined;
  const fresh = await new Promise<SocketTransport | undefined>((resolve) => {
    ended.signal.addEventListener("abort", () => resolve(undefined));
    dialled = dial({ onOpen: resolve, onFail: () => resolve(undefined), onLost });
  });
  const verdict = fresh === undefined ? false : await isDead(fresh).catch(() => false);
  const isOver = signal.aborted;
  end();
  if (fresh === undefined && !isOver) return { kind: "closed" };
  if (verdict && !isOver && fresh !== undefined && dialled !== undefined) {
    if (mute.messages === before) return { kind: "dead", fresh, dialled };
  }
  dialled?.close(done);
  return { kind: "alive" };
}
