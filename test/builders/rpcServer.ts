import { once } from "node:events";
import * as http from "node:http";
import * as https from "node:https";
import { type AddressInfo } from "node:net";
import { type Duplex } from "node:stream";
import { type WebSocket, WebSocketServer } from "ws";
import { isRecord, parseJson } from "../../src/util/json";

/** A plain HTTP response, given in place of JSON-RPC. */
export interface PlainAnswer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
}

export interface SeenRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: http.IncomingHttpHeaders;
  readonly body: string;
}

/** What a test may turn while the server runs. */
export interface RpcServerKnobs {
  /** The text that answers one message; undefined: nothing ever does. */
  answer: (message: string) => string | undefined | Promise<string>;
  /** Answers a POST instead of `answer`. */
  plain: ((request: SeenRequest) => PlainAnswer | "hang" | "reset" | undefined) | undefined;
  /** Answers an upgrade instead of opening a socket. */
  refuse: ((request: http.IncomingMessage) => PlainAnswer | "hang" | undefined) | undefined;
  /** Of the response to an upgrade, over and above those of a socket. */
  upgradeHeaders: Readonly<Record<string, string>>;
  /** Told of each socket that has opened. */
  onOpen: ((socket: WebSocket) => void) | undefined;
}

export interface RpcServer extends RpcServerKnobs {
  readonly baseUrl: string;
  /** Whole HTTP requests seen, upgrades apart. */
  readonly posts: readonly SeenRequest[];
  readonly upgrades: readonly SeenRequest[];
  /** Messages that came over sockets, the first of each the ping of the dial. */
  readonly messages: string[];
  readonly sockets: ReadonlySet<WebSocket>;
  /** How many connections there have been. */
  readonly connections: () => number;
  /** Resolves when a client's connection ends. */
  readonly nextDisconnect: () => Promise<void>;
  close(): Promise<void>;
}

/** A JSON-RPC server on loopback: node's http and ws, answering `result: params` by default. */
export async function startRpcServer(
  options: {
    readonly knobs?: Partial<RpcServerKnobs>;
    readonly tls?: { readonly key: string; readonly cert: string };
    readonly host?: string;
  } = {},
): Promise<RpcServer> {
  const { tls, host = "127.0.0.1" } = options;
  const server = tls === undefined ? http.createServer() : https.createServer(tls);
  const socketServer = new WebSocketServer({ noServer: true });
  const connections = new Set<Duplex>();
  const posts: SeenRequest[] = [];
  const upgrades: SeenRequest[] = [];
  const messages: string[] = [];
  server.on("connection", (socket: Duplex) => connections.add(socket));
  server.listen(0, host);
  await once(server, "listening");
  const port = addressOf(server).port;
  const rpc: RpcServer = {
    answer: echo,
    plain: undefined,
    refuse: undefined,
    upgradeHeaders: {},
    onOpen: undefined,
    ...options.knobs,
    baseUrl: `${tls === undefined ? "http" : "https"}://${host.includes(":") ? `[${host}]` : host}:${port}`,
    posts,
    upgrades,
    messages,
    sockets: socketServer.clients,
    connections: () => connections.size,
    nextDisconnect: () =>
      Promise.race(
        [...connections].filter(({ closed }) => !closed).map((socket) => once(socket, "close")),
      ).then(() => undefined),
    close: () => {
      for (const socket of connections) socket.destroy();
      for (const socket of socketServer.clients) socket.terminate();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
  server.on("request", (request, response) => {
    void readBody(request).then((body) => {
      const seen = seenRequest(request, body);
      posts.push(seen);
      answerPost(rpc, seen, response);
    });
  });
  socketServer.on("headers", (headers) => {
    for (const [name, value] of Object.entries(rpc.upgradeHeaders))
      headers.push(`${name}: ${value}`);
  });
  server.on("upgrade", (request, socket, head) => {
    upgrades.push(seenRequest(request, ""));
    const refusal = rpc.refuse?.(request);
    if (refusal === "hang") return;
    if (refusal !== undefined) return void socket.end(rawAnswer(refusal));
    socketServer.handleUpgrade(request, socket, head, (client) => {
      client.on("message", (data) => {
        const message = Buffer.isBuffer(data) ? data.toString() : "";
        messages.push(message);
        void Promise.resolve(rpc.answer(message)).then((text) => {
          if (text !== undefined) client.send(text);
        });
      });
      rpc.onOpen?.(client);
    });
  });
  return rpc;
}

/** Answers every request with its params; a batch with a batch. */
export function echo(message: string): string {
  const value = parseJson(message);
  if (Array.isArray(value)) return `[${value.map((item) => echo(JSON.stringify(item))).join(",")}]`;
  if (!isRecord(value))
    return JSON.stringify({ jsonrpc: "2.0", error: { code: -32700, message: "?" } });
  const { id, params } = value;
  return `${JSON.stringify({ jsonrpc: "2.0", id, result: params })}\n`;
}

function answerPost(rpc: RpcServer, seen: SeenRequest, response: http.ServerResponse): void {
  const plain = rpc.plain?.(seen);
  if (plain === "hang") return;
  if (plain === "reset") return void response.socket?.destroy();
  if (plain !== undefined) {
    response.writeHead(plain.status, plain.headers);
    response.end(plain.body);
    return;
  }
  void Promise.resolve(rpc.answer(seen.body)).then((text) => {
    if (text === undefined) return;
    response.writeHead(200, { "Content-Type": "application/json; charset=utf-8" });
    response.end(text);
  });
}

function seenRequest(request: http.IncomingMessage, body: string): SeenRequest {
  const { method = "", url = "", headers } = request;
  return { method, path: url, headers, body };
}

async function readBody(request: http.IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  request.on("data", (chunk: Buffer) => chunks.push(chunk));
  await once(request, "end");
  return Buffer.concat(chunks).toString("utf8");
}

function rawAnswer({ status, headers = {}, body = "" }: PlainAnswer): string {
  const lines = Object.entries({ ...headers, "Content-Length": String(Buffer.byteLength(body)) });
  const head = lines.map(([name, value]) => `${name}: ${value}\r\n`).join("");
  return `HTTP/1.1 ${status} X\r\nConnection: close\r\n${head}\r\n${body.toString()}`;
}

function addressOf(server: http.Server): AddressInfo {
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the server has no port");
  return address;
}
