import { type WebSocket } from "ws";

/** Writes messages whole, one after the other, no faster than they are taken. */
export class SocketWriter {
  readonly #socket: WebSocket;
  #written = Promise.resolve();

  constructor(socket: WebSocket) {
    this.#socket = socket;
  }

  write(pieces: Iterable<string>): void {
    this.#written = this.#written.then(() => this.#send(pieces));
  }

  /** Responds to a ping when all before it is written. */
  pong(data: Buffer): void {
    this.#written = this.#written.then(() => {
      this.#socket.pong(data, false, () => undefined);
    });
  }

  /** In fragments, each as it is made. Every message of Komari ends in a line feed. */
  async #send(pieces: Iterable<string>): Promise<void> {
    for (const piece of pieces) {
      if (this.#socket.readyState !== this.#socket.OPEN) return;
      await new Promise((taken) => this.#socket.send(piece, { fin: false }, taken));
    }
    this.#socket.send("\n", { fin: true });
  }
}
