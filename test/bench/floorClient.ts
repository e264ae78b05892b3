import { once } from "node:events";
import { WebSocket } from "ws";

/** The least that a call over a WebSocket can be: a socket and a map, nothing checked or timed. */
export class FloorClient {
  readonly #pending = new Map<number, (result: unknown) => void>();
  #nextId = 1;

  constructor(private readonly socket: WebSocket) {
    socket.on("message", (data: Buffer) => {
      const { id, result } = JSON.parse(data.toString()) as { id: number; result: unknown };
      this.#pending.get(id)?.(result);
      this.#pending.delete(id);
    });
  }

  static async connect(url: string): Promise<FloorClient> {
    const socket = new WebSocket(url, { perMessageDeflate: false });
    await once(socket, "open");
    return new FloorClient(socket);
  }

  call(method: string): Promise<unknown> {
    return new Promise((resolve) => {
      const id = this.#nextId++;
      this.#pending.set(id, resolve);
      this.socket.send(JSON.stringify({ jsonrpc: "2.0", id, method }));
    });
  }

  close(): void {
    this.socket.terminate();
  }
}
