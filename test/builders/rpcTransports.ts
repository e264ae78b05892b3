import { type Endpoint } from "../../src/rpc/endpoint";
import { toLocalError } from "../../src/rpc/failure";
import { HttpTransport } from "../../src/rpc/httpTransport";
import { type Transport } from "../../src/rpc/transport";
import { dialWebSocket } from "../../src/rpc/webSocketDial";
import { type Clock, systemClock } from "../../src/util/clock";
import { silentLogger } from "../../src/util/logger";

export type OpenTransport = (endpoint: Endpoint, clock?: Clock) => Promise<Transport>;

export const openHttp: OpenTransport = (endpoint, clock = systemClock) =>
  Promise.resolve(new HttpTransport(endpoint, clock));

/** Rejects with the failure when no socket opens. */
export const openWebSocket: OpenTransport = (endpoint, clock = systemClock) =>
  new Promise((resolve, reject) => {
    dialWebSocket(
      endpoint,
      { clock, logger: silentLogger },
      {
        onOpen: resolve,
        onFail: (failure) => reject(toLocalError(failure)),
        onLost: () => undefined,
      },
    );
  });
