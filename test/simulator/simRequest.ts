import { type IncomingHttpHeaders, type IncomingMessage } from "node:http";
import { type Knobs } from "./knobs";

/** A request as the server behind the proxies of the knobs sees it. */
export interface SimRequest {
  readonly verb: string;
  /** As sent, without the query; `//` stays `//`. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
  readonly host: string;
  readonly origin: string | undefined;
  readonly cookies: ReadonlyMap<string, string>;
}

export function readRequest(message: IncomingMessage, knobs: Knobs): SimRequest {
  const [path = "/", search = ""] = (message.url ?? "/").split("?", 2);
  const host = message.headers.host ?? "";
  return {
    verb: message.method ?? "GET",
    path,
    query: new URLSearchParams(search),
    headers: message.headers,
    host: knobs.hostWithoutPort ? host.replace(/:\d+$/, "") : host,
    origin: message.headers.origin,
    cookies: new Map(
      (message.headers.cookie ?? "").split(/;\s*/).map((pair): [string, string] => {
        const [name = "", ...value] = pair.split("=");
        return [name, value.join("=")];
      }),
    ),
  };
}

export async function readBody(message: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of message) {
    if (Buffer.isBuffer(piece)) pieces.push(piece);
  }
  return Buffer.concat(pieces).toString("utf8");
}
