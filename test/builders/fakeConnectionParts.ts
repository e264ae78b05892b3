import { type Probe } from "../../src/rpc/connection";
import { type RpcError } from "../../src/rpc/errors";
import { type Failure } from "../../src/rpc/failure";
import { type SocketTransport } from "../../src/rpc/transport";
import { type Dial, type DialEvents } from "../../src/rpc/webSocketDial";

/** A transport that is only there. */
export function inertTransport(): SocketTransport {
  return {
    kind: "webSocket",
    call: () => Promise.resolve(null),
    close: () => undefined,
    check: () => undefined,
    retire: () => undefined,
    setWatched: () => undefined,
    messages: 0,
  };
}

export interface FakeDial {
  readonly events: DialEvents;
  closedWith: Failure | undefined;
}

/** Sockets and probes that do what the test says, and count. */
export function fakeConnectionParts() {
  const dials: FakeDial[] = [];
  const probes: {
    signal: AbortSignal;
    response: (outcome: "works" | RpcError | undefined) => void;
  }[] = [];
  const dial: Dial = (events) => {
    const entry: FakeDial = { events, closedWith: undefined };
    dials.push(entry);
    return { close: (failure) => (entry.closedWith = failure) };
  };
  const probe: Probe = (signal) =>
    new Promise((resolve) => probes.push({ signal, response: resolve }));
  const lastDial = (): FakeDial => last(dials);
  return {
    dial,
    probe,
    dials,
    probes,
    lastDial,
    lastProbe: () => last(probes),
    open: (socket = inertTransport()): SocketTransport => {
      lastDial().events.onOpen(socket);
      return socket;
    },
  };
}

function last<T>(items: readonly T[]): T {
  const item = items.at(-1);
  if (item === undefined) throw new Error("nothing there yet");
  return item;
}
