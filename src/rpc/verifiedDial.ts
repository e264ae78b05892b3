import { RpcRemoteError } from "./errors";
import { type Failure, toFailure } from "./failure";
import { type SocketTransport } from "./transport";
import { type Dial, type DialEvents, type Dialled } from "./webSocketDial";

/** POST is to serve soon where a socket opens and carries nothing. */
const pingTimeoutMs = 5_000;

/**
 * A dial whose sockets have carried a response before they count as open: some proxies shake hands for sockets that they
 * then cut, or leave without a response.
 */
export function verifiedDial(dial: Dial): Dial {
  return (events) => new VerifiedDial(dial, events);
}

class VerifiedDial implements Dialled {
  readonly #dialled: Dialled;
  readonly #events: DialEvents;
  #hasAnswered = false;
  #isClosed = false;

  constructor(dial: Dial, events: DialEvents) {
    this.#events = events;
    this.#dialled = dial({
      onOpen: (socket) => void this.#await(socket),
      onFail: events.onFail,
      onLost: (failure, wasIdle) => {
        if (this.#hasAnswered) events.onLost(failure, wasIdle);
      },
    });
  }

  close(failure: Failure): void {
    this.#isClosed = true;
    this.#dialled.close(failure);
  }

  async #await(socket: SocketTransport): Promise<void> {
    const failure = await failureOfFirstCall(socket);
    if (this.#isClosed) return;
    if (failure === undefined) {
      this.#hasAnswered = true;
      this.#events.onOpen(socket);
    } else {
      this.#dialled.close(failure);
      this.#events.onFail(failure);
    }
  }
}

/** An error of the server is a response too. */
async function failureOfFirstCall(socket: SocketTransport): Promise<Failure | undefined> {
  try {
    await socket.call("rpc.ping", undefined, { timeoutMs: pingTimeoutMs });
  } catch (error) {
    if (!(error instanceof RpcRemoteError)) return toFailure(error);
  }
  return undefined;
}
