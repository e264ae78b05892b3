import { once } from "node:events";
import { type IncomingMessage, type Server, ServerResponse, createServer } from "node:http";
import { createServer as createTlsServer } from "node:https";
import { Socket } from "node:net";
import { type FullOptions } from "./options";

export interface ListenerEvents {
  readonly request: (message: IncomingMessage, response: ServerResponse) => void;
  readonly upgrade: (message: IncomingMessage, socket: Socket, head: Buffer) => void;
}

/** A listening port that can be closed with all its connections and opened again as the same. */
export class Listener {
  readonly #options: FullOptions;
  readonly #events: ListenerEvents;
  readonly #connections = new Set<Socket>();
  #server: Server | undefined;
  #port: number;

  constructor(options: FullOptions, events: ListenerEvents) {
    this.#options = options;
    this.#events = events;
    this.#port = options.port;
  }

  get port(): number {
    return this.#port;
  }

  async open(): Promise<void> {
    if (this.#server !== undefined) return;
    const { tls, host } = this.#options;
    const server = tls === undefined ? createServer() : createTlsServer(tls);
    this.#server = server;
    server.on("request", this.#events.request);
    server.on("upgrade", (message: IncomingMessage, socket, head: Buffer) => {
      if (socket instanceof Socket) this.#events.upgrade(message, socket, head);
    });
    server.on("connection", (socket: Socket) => {
      this.#connections.add(socket);
      socket.once("close", () => this.#connections.delete(socket));
    });
    server.listen(this.#port, host);
    await once(server, "listening");
    const address = server.address();
    if (typeof address === "object" && address !== null) this.#port = address.port;
  }

  dropConnections(): void {
    for (const socket of this.#connections) socket.destroy();
  }

  async close(): Promise<void> {
    const server = this.#server;
    this.#server = undefined;
    if (server === undefined) return;
    const closed = once(server, "close");
    server.close();
    this.dropConnections();
    await closed;
  }
}

/** Lets a request that will not be upgraded be answered like any other. */
export function responseOn(message: IncomingMessage, socket: Socket): ServerResponse {
  const response = new ServerResponse(message);
  response.shouldKeepAlive = false;
  response.assignSocket(socket);
  response.once("finish", () => socket.end());
  socket.on("error", () => undefined);
  return response;
}
