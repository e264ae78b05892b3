import { type IncomingHttpHeaders, type IncomingMessage } from "node:http";
import { type WebSocket } from "ws";
import { type CallDeadline } from "./callDeadline";
import {
  type Endpoint,
  headersOf,
  responseLimitOf,
  rpcPath,
  tlsOptionsOf,
  urlOf,
} from "./endpoint";
import { type Failure } from "./failure";
import { classifyResponse } from "./classifyResponse";
import { type HttpResponse, readResponse } from "./httpExchange";
import { networkFailure, withHttpsUrl } from "./networkFailure";

const closeTimeoutMs = 2000;
/** Node asks ten times more, a second apart. */
const keepAliveMs = 10_000;
/** Of a refused upgrade only the kind matters; pages that are larger are no RPC endpoint either. */
const maxRefusalBytes = 1024 * 1024;

/**
 * One attempt at an upgrade. `onOpen` runs the moment the socket opens, before anything can arrive,
 * and its value is the result; `onHeaders` before, also of a refusal. Redirects are not followed: they are refusals like any other response.
 */
export function handshake<T extends object>(
  socketClass: typeof WebSocket,
  endpoint: Endpoint,
  origin: string,
  deadline: CallDeadline,
  onOpen: (socket: WebSocket) => T,
  onHeaders: (headers: IncomingHttpHeaders) => void,
): Promise<T | Failure> {
  return new Promise((resolve) => {
    if (deadline.failure !== undefined) {
      resolve(deadline.failure);
      return;
    }
    try {
      const socket = new socketClass(urlOf(endpoint, rpcPath), socketOptions(endpoint, origin));
      const fail = (failure: Failure): void => {
        resolve(failure);
        socket.terminate();
      };
      deadline.listener = fail;
      // Stays for the socket's life: an error without a listener would end the process.
      socket.on("error", (error) => resolve(handshakeFailure(error, endpoint)));
      socket.once("upgrade", ({ headers, socket: connection }: IncomingMessage) => {
        // A peer that is gone without a word is noticed also while a long call keeps the socket busy.
        connection.setKeepAlive(true, keepAliveMs);
        onHeaders(headers);
      });
      socket.once("open", () => resolve(onOpen(socket)));
      socket.on("unexpected-response", (_request, response: IncomingMessage) => {
        onHeaders(response.headers);
        readResponse(response, maxRefusalBytes, (httpResponse) =>
          fail(refusal(httpResponse, endpoint)),
        );
      });
    } catch (error) {
      resolve(networkFailure(error));
    }
  });
}

function socketOptions(endpoint: Endpoint, origin: string) {
  return {
    origin,
    headers: headersOf(endpoint),
    maxPayload: responseLimitOf(endpoint),
    closeTimeout: closeTimeoutMs,
    perMessageDeflate: false,
    followRedirects: false,
    ...tlsOptionsOf(endpoint),
  };
}

/** ws reports what is wrong with an upgrade's httpResponse without a code. */
function handshakeFailure(error: Error, { baseUrl }: Endpoint): Failure {
  if ("code" in error || error instanceof AggregateError) {
    return withHttpsUrl(networkFailure(error), baseUrl);
  }
  return { code: "notRpcEndpoint", detail: "the WebSocket upgrade failed", cause: error };
}

function refusal(httpResponse: HttpResponse | Failure, { baseUrl }: Endpoint): Failure {
  if ("code" in httpResponse) {
    return httpResponse.code === "tooLarge"
      ? { ...httpResponse, code: "notRpcEndpoint" }
      : httpResponse;
  }
  const verdict = classifyResponse(httpResponse, baseUrl);
  return verdict.kind === "failed"
    ? verdict.failure
    : { code: "notRpcEndpoint", detail: `HTTP ${httpResponse.status} to the WebSocket upgrade` };
}
