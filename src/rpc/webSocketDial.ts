import { type Clock } from "../util/clock";
import { type Logger } from "../util/logger";
import { CallDeadline } from "./callDeadline";
import { type Endpoint } from "./endpoint";
import { type Failure } from "./failure";
import { networkFailure } from "./networkFailure";
import { OriginChoice } from "./originChoice";
import { datedResponse, type OnDate } from "./responseDate";
import { type SocketTransport } from "./transport";
import { handshake } from "./webSocketHandshake";
import { WebSocketTransport, type WebSocketTransportOptions } from "./webSocketTransport";

const handshakeTimeoutMs = 10_000;

export interface DialEvents {
  readonly onOpen: (transport: SocketTransport) => void;
  readonly onFail: (failure: Failure) => void;
  /** Only ever after `onOpen`. */
  readonly onLost: WebSocketTransportOptions["onLost"];
}

/** A connection under way or open. */
export interface Dialled {
  /** Gives it up with this reason; no event comes after that. */
  close(failure: Failure): void;
}

export type Dial = (events: DialEvents) => Dialled;

interface DialContext {
  readonly clock: Clock;
  readonly logger: Logger;
  /** Called with the `Date` of a response to an upgrade. */
  readonly onDate?: OnDate | undefined;
  /** What earlier dials have learned. */
  readonly origins?: OriginChoice | undefined;
}

/** Opens a socket. Exactly one of `onOpen` and `onFail` follows, never before this returns. */
export function dialWebSocket(
  endpoint: Endpoint,
  context: DialContext,
  events: DialEvents,
): Dialled {
  const deadline = new CallDeadline(context.clock, handshakeTimeoutMs, undefined);
  let closedBy: Failure | undefined;
  let transport: WebSocketTransport | undefined;
  const onLost: DialEvents["onLost"] = (failure, wasIdle) => {
    if (transport !== undefined) events.onLost(failure, wasIdle);
  };
  const settle = (outcome: WebSocketTransport | Failure): void => {
    deadline.dispose();
    if ("code" in outcome) {
      if (closedBy === undefined) events.onFail(outcome);
    } else if (closedBy !== undefined) {
      outcome.close(closedBy);
    } else if (outcome.over !== undefined) {
      // Lost in the moment it opened.
      events.onFail(outcome.over);
    } else {
      transport = outcome;
      events.onOpen(outcome);
    }
  };
  void tryOrigins(endpoint, deadline, { ...context, onLost }).then(settle, (error: unknown) => {
    settle(networkFailure(error));
  });
  return {
    close: (failure) => {
      closedBy = failure;
      deadline.fail(failure);
      transport?.close(failure);
    },
  };
}

/** A server that refuses the first Origin may take the second: see `originsOf`. */
async function tryOrigins(
  endpoint: Endpoint,
  deadline: CallDeadline,
  options: WebSocketTransportOptions & Pick<DialContext, "onDate" | "origins">,
): Promise<WebSocketTransport | Failure> {
  // Loaded here, so that the extension's activation does not pay for it.
  const { WebSocket } = await import("ws");
  let outcome: WebSocketTransport | Failure = {
    code: "forbidden",
    detail: "no Origin header to try",
  };
  const { clock, onDate, origins: choice = new OriginChoice(endpoint) } = options;
  const origins = choice.next();
  for (const origin of origins) {
    const sentAt = clock.now();
    outcome = await handshake(
      WebSocket,
      endpoint,
      origin,
      deadline,
      (socket) => new WebSocketTransport(socket, options),
      (headers) => {
        const dated = datedResponse(headers, sentAt, clock.now());
        if (dated !== undefined) onDate?.(dated);
      },
    );
    if (!("code" in outcome)) choice.accepted(origin);
    if (!("code" in outcome) || outcome.code !== "forbidden") return outcome;
  }
  choice.refused(origins);
  return outcome;
}
