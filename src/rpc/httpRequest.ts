import * as http from "node:http";
import * as https from "node:https";
import { type Clock, systemClock } from "../util/clock";
import { type FilterFactory } from "./bodyFilter";
import { CallDeadline } from "./callDeadline";
import { type Endpoint, headersOf, responseLimitOf, tlsOptionsOf, urlOf } from "./endpoint";
import { type Failure, toLocalError } from "./failure";
import { type HttpResponse, httpExchange } from "./httpExchange";
import { withHttpsUrl } from "./networkFailure";

export { type HttpResponse } from "./httpExchange";

export interface HttpRequest {
  readonly method: "GET" | "POST";
  /** Below the endpoint's base path, with a leading slash. */
  readonly path: string;
  /** JSON. */
  readonly body?: string | undefined;
  readonly timeoutMs: number;
  readonly signal?: AbortSignal | undefined;
  /** Over and above the endpoint's own. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
}

const maxRedirects = 3;
/** Below the 60 s after which proxies hang up: a request on a socket just closed would be lost. */
const idleSocketMs = 45_000;

/** Keeps connections to an endpoint for further requests, of which none waits for another: there are few at a time. Destroy it in the end. */
export function createAgent(endpoint: Endpoint): http.Agent {
  const options = { keepAlive: true, timeout: idleSocketMs };
  return endpoint.baseUrl.startsWith("https:") ? new https.Agent(options) : new http.Agent(options);
}

/**
 * One plain HTTP exchange. Follows 307 and 308 within the origin; every other response, whatever its
 * status, is the result. Rejects with RpcLocalError only.
 */
export async function httpRequest(
  endpoint: Endpoint,
  request: HttpRequest,
  context: { readonly agent?: http.Agent; readonly clock?: Clock } = {},
): Promise<HttpResponse> {
  const deadline = new CallDeadline(
    context.clock ?? systemClock,
    request.timeoutMs,
    request.signal,
  );
  const response = await sendFollowing(endpoint, request, context.agent, deadline);
  if ("code" in response) throw toLocalError(response);
  return response;
}

/** As `httpRequest`, ended by `deadline` (which it disposes), with failures returned instead of thrown. */
export async function sendFollowing(
  endpoint: Endpoint,
  request: Omit<HttpRequest, "timeoutMs" | "signal">,
  agent: http.Agent | undefined,
  deadline: CallDeadline,
  filter?: FilterFactory,
): Promise<HttpResponse | Failure> {
  const options = requestOptions(endpoint, request, agent);
  const maxBytes = responseLimitOf(endpoint);
  let url = urlOf(endpoint, request.path);
  for (let redirects = 0; ; redirects += 1) {
    const response = await httpExchange(url, options, request.body, maxBytes, deadline, filter);
    if ("code" in response && response.code === "connectionLost") closeIdle(agent);
    const next = "code" in response ? undefined : redirectWithinOrigin(url, response);
    if (next === undefined || redirects === maxRedirects) {
      deadline.dispose();
      return "code" in response ? withHttpsUrl(response, endpoint.baseUrl) : response;
    }
    url = next;
  }
}

function requestOptions(
  endpoint: Endpoint,
  { method, headers, body }: Omit<HttpRequest, "timeoutMs" | "signal">,
  agent: http.Agent | undefined,
): https.RequestOptions {
  return {
    method,
    headers: {
      Accept: "application/json",
      "Accept-Encoding": "identity",
      ...(body === undefined ? {} : { "Content-Type": "application/json" }),
      ...headersOf(endpoint),
      ...headers,
    },
    ...tlsOptionsOf(endpoint),
    ...(agent === undefined ? {} : { agent }),
  };
}

/** Only these two keep method and body; another origin must never see the credentials. */
function redirectWithinOrigin(from: URL, { status, headers }: HttpResponse): URL | undefined {
  if ((status !== 307 && status !== 308) || headers.location === undefined) return undefined;
  if (!URL.canParse(headers.location, from.href)) return undefined;
  const to = new URL(headers.location, from);
  if (to.origin !== from.origin) return undefined;
  to.username = "";
  to.password = "";
  return to;
}

/** Where one kept connection was closed by the peer, the others may have been: the next request opens one of its own. */
function closeIdle(agent: http.Agent | undefined): void {
  for (const socket of Object.values(agent?.freeSockets ?? {}).flat()) socket?.destroy();
}
