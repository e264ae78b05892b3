import * as http from "node:http";
import * as https from "node:https";
import { type CallDeadline } from "./callDeadline";
import { type BodyFilter, type FilterFactory } from "./bodyFilter";
import { RpcLocalError } from "./errors";
import { type Failure, toFailure, unsent } from "./failure";
import { networkFailure } from "./networkFailure";
import { isEncoded, responseBody } from "./responseBody";

export interface HttpResponse {
  readonly status: number;
  readonly headers: http.IncomingHttpHeaders;
  /** The media type alone, in lower case; empty when the server names none. */
  readonly contentType: string;
  readonly body: string;
  /** What the body went through, of which it is what remained. */
  readonly filter?: BodyFilter | undefined;
}

/** Sends one request and reads its whole response, without following anything. Never rejects. */
export function httpExchange(
  url: URL,
  options: https.RequestOptions,
  body: string | undefined,
  maxBytes: number,
  deadline: CallDeadline,
  filter?: FilterFactory,
): Promise<HttpResponse | Failure> {
  return new Promise((resolve) => {
    if (deadline.failure !== undefined) {
      resolve(unsent(deadline.failure));
      return;
    }
    try {
      const outgoing = start(url, options);
      const isSent = watchSending(outgoing, url);
      const finish = (outcome: HttpResponse | Failure): void => {
        if (!("code" in outcome)) {
          resolve(outcome);
          return;
        }
        resolve(isSent() ? outcome : unsent(outcome));
        outgoing.destroy();
      };
      deadline.listener = finish;
      outgoing.on("error", (error) => finish(networkFailure(error)));
      outgoing.on("response", (response) => readResponse(response, maxBytes, finish, filter));
      // As bytes: with a text Node writes the headers in its encoding, which breaks those beyond ASCII.
      outgoing.end(body === undefined ? undefined : Buffer.from(body));
    } catch (error) {
      // Headers that HTTP cannot carry are refused by throwing.
      resolve(unsent(networkFailure(error)));
    }
  });
}

/** Whether bytes of the request may be on their way: not before it has a connection, and that its TLS. */
function watchSending(outgoing: http.ClientRequest, url: URL): () => boolean {
  let isSent = false;
  const note = (): void => {
    isSent = true;
  };
  outgoing.once("socket", (socket) => {
    if (outgoing.reusedSocket) note();
    else socket.once(url.protocol === "https:" ? "secureConnect" : "connect", note);
  });
  // Agents of proxies give sockets that are connected already.
  outgoing.once("finish", note);
  return () => isSent;
}

/** VS Code replaces `request` on these module objects (proxy, certificates): look it up every time. */
function start(url: URL, options: https.RequestOptions): http.ClientRequest {
  return url.protocol === "https:" ? https.request(url, options) : http.request(url, options);
}

/** With a filter `maxBytes` is the most that may remain of the body or be held, else the most that may come. */
export function readResponse(
  response: http.IncomingMessage,
  maxBytes: number,
  done: (outcome: HttpResponse | Failure) => void,
  makeFilter?: FilterFactory,
): void {
  const filter = response.statusCode === 200 ? makeFilter?.() : undefined;
  const giveUp = (failure: Failure): void => {
    done(failure);
    response.destroy();
  };
  const tooLarge: Failure = { code: "tooLarge", detail: `the response exceeds ${maxBytes} bytes` };
  const announcedBytes = isEncoded(response) ? 0 : Number(response.headers["content-length"]);
  if (filter === undefined && announcedBytes > maxBytes) {
    giveUp(tooLarge);
    return;
  }
  const chunks: Buffer[] = [];
  let size = 0;
  const keep = (chunk: Buffer | undefined): void => {
    size += chunk?.length ?? 0;
    if (size + (filter?.held ?? 0) > maxBytes) giveUp(tooLarge);
    else if (chunk !== undefined) chunks.push(chunk);
  };
  // Before the body, which fails with it.
  response.on("error", (error) => done(networkFailure(error)));
  const body = responseBody(response);
  body.on("data", (chunk: Buffer) => {
    try {
      keep(filter === undefined ? chunk : filter.write(chunk));
    } catch (error) {
      giveUp(toFailure(error));
    }
  });
  body.on("error", (cause) => giveUp(unpackingFailure(cause)));
  body.on("end", () =>
    done(toHttpResponse(response, Buffer.concat(chunks).toString("utf8"), filter)),
  );
}

function unpackingFailure(cause: Error): Failure {
  if (cause instanceof RpcLocalError) return toFailure(cause);
  return { code: "malformed", detail: "the response cannot be unpacked", cause };
}

function toHttpResponse(
  response: http.IncomingMessage,
  body: string,
  filter: BodyFilter | undefined,
): HttpResponse {
  const { statusCode = 0, headers } = response;
  const contentType = headers["content-type"]?.split(";", 1)[0]?.trim().toLowerCase() ?? "";
  return { status: statusCode, headers, contentType, body, filter };
}
