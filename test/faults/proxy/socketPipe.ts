import { type Duplex } from "node:stream";
import { WebSocket } from "ws";
import { type ExchangeContext, methodsIn } from "./exchange";

export type From = "client" | "server";

/** A message on its way. */
export interface Message {
  readonly from: From;
  readonly text: string;
  /** How many messages came before it from there. */
  readonly index: number;
  /** Those that it calls; empty for responses. */
  readonly methods: readonly string[];
}

export type MessageRule = (message: Message, pipe: SocketPipe) => unknown;

/** A socket of the client and the one to the server behind it, message by message. */
export class SocketPipe {
  /** Whether pings of the client are answered. */
  pongs = true;
  #dead = false;
  #queue = Promise.resolve();

  constructor(
    readonly client: WebSocket,
    readonly server: WebSocket,
    /** Beneath the client's socket, for bytes that are no frames. */
    readonly raw: Duplex,
    private readonly context: ExchangeContext,
    rule: () => MessageRule,
    onMessage: (message: Message) => void,
  ) {
    const counts = { client: 0, server: 0 };
    const carry = (from: From) => (data: Buffer) => {
      context.touch();
      if (this.#dead) return;
      const text = data.toString();
      const methods = from === "client" ? methodsIn(text) : [];
      const message = { from, text, methods, index: counts[from]++ };
      onMessage(message);
      this.#inOrder(from, () => rule()(message, this));
    };
    client.on("message", carry("client"));
    server.on("message", carry("server"));
    client.on("ping", (data: Buffer) => {
      context.touch();
      if (!this.#dead && this.pongs) this.#inOrder("client", () => ping(server, data));
    });
    server.on("pong", (data: Buffer) => {
      context.touch();
      if (!this.#dead && this.pongs) this.#inOrder("server", () => client.pong(data));
    });
    client.on("error", () => undefined);
    server.on("error", () => undefined);
    client.on("close", () => {
      context.touch();
      server.terminate();
    });
    server.on("close", (code) => {
      context.touch();
      if (!this.#dead) this.#inOrder("server", () => this.closeClient(code));
    });
  }

  /** Passes a message on in its direction. */
  pass({ from, text }: Message): void {
    if (from === "client") this.toServer(text);
    else this.toClient(text);
  }

  toClient(text: string | Buffer, options: { binary?: boolean; fin?: boolean } = {}): void {
    this.context.touch();
    this.client.send(text, { binary: false, ...options });
  }

  toServer(text: string): void {
    this.context.touch();
    if (this.server.readyState === WebSocket.OPEN) this.server.send(text);
  }

  /** 1006 is a connection that ends without a close frame. */
  closeClient(code: number, reason = ""): void {
    this.context.touch();
    if (code === 1006) this.client.terminate();
    else if (code === 1005) this.client.close();
    else this.client.close(code, reason);
  }

  pause(ms: number): Promise<void> {
    return this.context.pause(ms);
  }

  /** Nothing comes through any more, and the client is not informed. */
  die(): void {
    this.#dead = true;
    this.server.terminate();
  }

  #inOrder(from: From, step: () => unknown): void {
    this.#queue = this.#queue.then(async () => {
      await this.context.gate(from === "client" ? "up" : "down");
      if (!this.#dead) await step();
    });
  }
}

function ping(server: WebSocket, data: Buffer): void {
  if (server.readyState === WebSocket.OPEN) server.ping(data);
}
