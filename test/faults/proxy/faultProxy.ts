import { once } from "node:events";
import http, { type IncomingMessage, ServerResponse } from "node:http";
import net, { type Socket } from "node:net";
import tls from "node:tls";
import { WebSocket, WebSocketServer } from "ws";
import { type FastTime } from "../fastTime";
import { Exchange, type ExchangeContext, type RequestRule } from "./exchange";
import { type MessageRule, SocketPipe } from "./socketPipe";

/** One thing that reached the proxy. */
export interface Arrival {
  readonly at: number;
  readonly kind: "connection" | "request" | "upgrade" | "message";
  /** The methods that it calls. */
  readonly methods: readonly string[];
  readonly path: string;
}

export type ConnectionRule = (socket: Socket, accept: () => void) => unknown;

const acceptConnection: ConnectionRule = (_socket, accept) => accept();
export const passRequest: RequestRule = async (exchange) => {
  const answer = await exchange.forward();
  if (answer !== undefined) exchange.reply(answer);
};
export const passMessage: MessageRule = (message, pipe) => pipe.pass(message);

export interface ProxyOptions {
  readonly upstreamPort: () => number;
  readonly time: FastTime;
  readonly host?: string | undefined;
  readonly tls?: { readonly key: string; readonly cert: string } | undefined;
}

/** Stands between a client and a server and does to their connections, requests and messages what its rules say. */
export class FaultProxy {
  readonly arrivals: Arrival[] = [];
  readonly pipes = new Set<SocketPipe>();
  onConnection: ConnectionRule = acceptConnection;
  /** Of POST and GET. */
  onRequest: RequestRule = passRequest;
  onUpgrade: RequestRule = (exchange) => this.open(exchange);
  onMessage: MessageRule = passMessage;
  pongs = true;
  readonly #options: ProxyOptions;
  readonly #context: ExchangeContext;
  readonly #http = http.createServer({ keepAliveTimeout: 0, requestTimeout: 0 });
  readonly #sockets = new WebSocketServer({ noServer: true, autoPong: false });
  readonly #connections = new Set<Socket>();
  readonly #lost = new WeakSet<Socket>();
  readonly #held = { up: new Held(), down: new Held() };
  #listener: net.Server | undefined;
  #port = 0;
  #requests = 0;

  constructor(options: ProxyOptions) {
    this.#options = options;
    const { time } = options;
    this.#context = {
      upstreamPort: options.upstreamPort,
      gate: (direction) => this.#held[direction].opened(),
      pause: (ms) => new Promise((resolve) => void time.server.setTimeout(resolve, ms)),
      now: () => time.server.wallTime(),
      touch: time.touch,
    };
    this.#http.on("request", (request: IncomingMessage, response: ServerResponse) => {
      void this.#request(request, response);
    });
    this.#http.on("upgrade", (request: IncomingMessage) => this.#upgrade(request));
    this.#http.on("clientError", (_error, socket) => {
      time.touch();
      socket.end("HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n");
    });
  }

  get url(): string {
    const { host = "127.0.0.1" } = this.#options;
    const name = host.includes(":") ? `[${host}]` : host;
    return `${this.#options.tls === undefined ? "http" : "https"}://${name}:${this.#port}`;
  }

  get port(): number {
    return this.#port;
  }

  /** As if nothing had ever been wrong; connections stay as they are. */
  heal(): void {
    this.onConnection = acceptConnection;
    this.onRequest = passRequest;
    this.onUpgrade = (exchange) => this.open(exchange);
    this.onMessage = passMessage;
    this.pongs = true;
    this.thaw();
    for (const pipe of this.pipes) pipe.pongs = true;
  }

  async listen(): Promise<void> {
    if (this.#listener !== undefined) return;
    const { tls: certificate, host = "127.0.0.1" } = this.#options;
    const accept = (socket: Socket): void => this.#connection(socket);
    const listener =
      certificate === undefined ? net.createServer(accept) : tls.createServer(certificate, accept);
    listener.on("tlsClientError", this.#context.touch);
    this.#listener = listener;
    listener.listen(this.#port, host);
    await once(listener, "listening");
    const address = listener.address();
    if (typeof address === "object" && address !== null) this.#port = address.port;
  }

  /** Nothing listens at the port any more; what is open ends. */
  refuse(): void {
    this.#listener?.close();
    this.#listener = undefined;
    this.cutConnections();
  }

  cutConnections(): void {
    for (const socket of this.#connections) socket.destroy();
  }

  /** As a router does that has lost its table: what is open carries nothing any more, without a word. */
  loseConnections(): void {
    for (const socket of this.#connections) this.#lost.add(socket);
    for (const pipe of this.pipes) pipe.die();
  }

  /** Everything waits, in one direction or both, until `thaw`. */
  freeze(...directions: readonly ("up" | "down")[]): void {
    for (const direction of directions) this.#held[direction].close();
  }

  thaw(): void {
    for (const held of Object.values(this.#held)) held.open();
  }

  setPongs(pongs: boolean): void {
    this.pongs = pongs;
    for (const pipe of this.pipes) pipe.pongs = pongs;
  }

  /** Opens the socket that a client asks for, with one to the server behind it. */
  async open(exchange: Exchange): Promise<void> {
    const { request } = exchange;
    await this.#context.gate("up");
    const { host, origin, cookie, authorization } = request.headers;
    const server = new WebSocket(`ws://127.0.0.1:${this.#options.upstreamPort()}${exchange.path}`, {
      perMessageDeflate: false,
      autoPong: false,
      maxPayload: 0,
      headers: {
        ...(host !== undefined && { host }),
        ...(origin !== undefined && { origin }),
        ...(cookie !== undefined && { cookie }),
        ...(authorization !== undefined && { authorization }),
      },
    });
    server.on("error", () => {
      this.#context.touch();
      if (server.readyState !== WebSocket.OPEN) exchange.cut();
    });
    server.once("unexpected-response", (_request, answer: IncomingMessage) => {
      const chunks: Buffer[] = [];
      answer.on("data", (chunk: Buffer) => chunks.push(chunk));
      answer.on("end", () => {
        const { statusCode: status = 0, headers } = answer;
        const type = headers["content-type"];
        exchange.reply({
          status,
          body: Buffer.concat(chunks),
          headers: type === undefined ? {} : { "content-type": type },
        });
      });
    });
    server.once("open", () => {
      this.#context.touch();
      this.#join(exchange, server);
    });
  }

  async close(): Promise<void> {
    this.refuse();
    this.#http.close();
    for (const pipe of this.pipes) pipe.die();
    await this.#options.time.settle();
  }

  #join(exchange: Exchange, server: WebSocket): void {
    const { request } = exchange;
    const { socket } = request;
    exchange.response.detachSocket(socket);
    this.#sockets.handleUpgrade(request, socket, Buffer.alloc(0), (client) => {
      const rule = (): MessageRule => this.onMessage;
      const pipe = new SocketPipe(client, server, socket, this.#context, rule, (message) => {
        if (message.from === "client") this.#note("message", message.methods);
      });
      pipe.pongs = this.pongs;
      this.pipes.add(pipe);
      client.once("close", () => this.pipes.delete(pipe));
    });
  }

  #connection(socket: Socket): void {
    this.#note("connection");
    this.#connections.add(socket);
    socket.on("error", this.#context.touch);
    socket.on("close", () => {
      this.#context.touch();
      this.#connections.delete(socket);
    });
    this.onConnection(socket, () => this.#http.emit("connection", socket));
  }

  async #request(request: IncomingMessage, response: ServerResponse): Promise<void> {
    this.#context.touch();
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    response.on("error", this.#context.touch);
    try {
      await once(request, "end");
    } catch {
      return;
    }
    this.#context.touch();
    const body = Buffer.concat(chunks).toString();
    const exchange = this.#exchange(request, response, body);
    this.#note("request", exchange.methods, exchange.path);
    if (!this.#lost.has(request.socket)) await this.onRequest(exchange);
  }

  #upgrade(request: IncomingMessage): void {
    const response = new ServerResponse(request);
    response.shouldKeepAlive = false;
    response.assignSocket(request.socket);
    response.once("finish", () => request.socket.end());
    this.#note("upgrade", [], request.url);
    void this.onUpgrade(this.#exchange(request, response, ""));
  }

  #exchange(request: IncomingMessage, response: ServerResponse, body: string): Exchange {
    return new Exchange(request, body, response, this.#requests++, this.#context);
  }

  #note(kind: Arrival["kind"], methods: readonly string[] = [], path = ""): void {
    this.#context.touch();
    this.arrivals.push({ at: this.#context.now(), kind, methods, path });
  }
}

/** A gate that is open until it is closed. */
class Held {
  #opened: Promise<void> | undefined;
  #open: () => void = () => undefined;

  opened(): Promise<void> {
    return this.#opened ?? Promise.resolve();
  }

  close(): void {
    this.#opened ??= new Promise((resolve) => {
      this.#open = resolve;
    });
  }

  open(): void {
    this.#opened = undefined;
    this.#open();
  }
}
