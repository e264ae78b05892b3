import { type ServerResponse } from "node:http";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { type Json, writeJson } from "./json";

/** A response over HTTP. A list of pieces is sent as it is made. */
export interface Reply {
  readonly status: number;
  readonly type?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: string | Iterable<string>;
}

const jsonType = "application/json; charset=utf-8";

export function jsonReply(status: number, value: Json): Reply {
  return { status, type: jsonType, body: writeJson(value) };
}

export function jsonPieces(status: number, body: Iterable<string>): Reply {
  return { status, type: jsonType, body };
}

/** The shape of Komari's REST responses. */
export function restError(status: number, message: string): Reply {
  return jsonReply(status, { status: "error", message });
}

export function empty(status: number, headers: Readonly<Record<string, string>> = {}): Reply {
  return { status, headers, body: "" };
}

export async function send(
  response: ServerResponse,
  reply: Reply,
  extra: Readonly<Record<string, string>>,
): Promise<void> {
  const type = reply.type === undefined ? {} : { "Content-Type": reply.type };
  response.writeHead(reply.status, { ...extra, ...type, ...reply.headers });
  if (typeof reply.body === "string") {
    response.end(reply.body);
    return;
  }
  // A client that goes away in the middle is its own affair.
  await pipeline(Readable.from(reply.body), response).catch(() => undefined);
}
