import { type IncomingMessage, type ServerResponse } from "node:http";
import { type Socket } from "node:net";
import { WebSocketServer } from "ws";
import { type Control, type ControlActions } from "./control";
import { answerRequest } from "./http";
import { Listener, responseOn } from "./listener";
import { type FullOptions } from "./options";
import { type Reply, send } from "./reply";
import { type SimRequest, readBody, readRequest } from "./simRequest";
import { serveSocket, upgradeRefusal } from "./socket";
import { type World } from "./world";

export const controlPath = "/__simulator/faults";

/** What the proxy in front says outside of the base path. */
const proxyNotFound: Reply = {
  status: 404,
  type: "text/html",
  body: "<html><head><title>404 Not Found</title></head><body>nginx</body></html>\n",
};

/** The port, and what becomes of all that arrives there. */
export class SimServer {
  readonly listener: Listener;
  readonly #options: FullOptions;
  readonly #world: World;
  readonly #actions: ControlActions;
  readonly #sockets = new WebSocketServer({
    noServer: true,
    maxPayload: 0,
    autoPong: false,
  });

  constructor(options: FullOptions, world: World, actions: ControlActions) {
    this.#options = options;
    this.#world = world;
    this.#actions = actions;
    // Whoever goes away in the middle of a request, and our own bugs, end this request only.
    const failed = (message: IncomingMessage) => (error: unknown) => {
      world.journal.errors.push(error);
      message.destroy();
    };
    this.listener = new Listener(options, {
      request: (message, response) => {
        this.#request(message, response).catch(failed(message));
      },
      upgrade: (message, socket, head) => {
        this.#upgrade(message, socket, head).catch(failed(message));
      },
    });
  }

  dropSockets(): void {
    for (const socket of this.#sockets.clients) socket.terminate();
  }

  async #request(message: IncomingMessage, response: ServerResponse): Promise<void> {
    const request = this.#arrive(message);
    const { knobs } = this.#world;
    if (request === undefined) return this.#reply(message, response, proxyNotFound);
    const { control } = this.#options;
    if (request.path === controlPath && control !== undefined) {
      return this.#control(control, request, message, response);
    }
    if (knobs.drop === "connections") {
      this.#drop(message);
      return;
    }
    const reply = await answerRequest(request, message, this.#world);
    // The knob may have been turned while the call was held back.
    if (this.#world.knobs.drop === "never") await this.#reply(message, response, reply);
    else this.#visited(message, 0);
  }

  async #upgrade(message: IncomingMessage, socket: Socket, head: Buffer): Promise<void> {
    const request = this.#arrive(message);
    const { drop } = this.#world.knobs;
    if (drop === "connections") {
      this.#drop(message);
      return;
    }
    if (drop === "answers") {
      this.#visited(message, 0);
      return;
    }
    const refusal = request === undefined ? proxyNotFound : upgradeRefusal(request, this.#world);
    if (request !== undefined && refusal === undefined) this.#open(message, request, socket, head);
    else await this.#reply(message, responseOn(message, socket), refusal ?? proxyNotFound);
  }

  #open(message: IncomingMessage, request: SimRequest, socket: Socket, head: Buffer): void {
    const { journal } = this.#world;
    this.#sockets.handleUpgrade(message, socket, head, (webSocket) => {
      journal.socketsOpened++;
      journal.openSockets++;
      webSocket.once("close", () => journal.openSockets--);
      this.#visited(message, 101);
      serveSocket(webSocket, request, this.#world);
    });
  }

  /** Not for web pages: those send an Origin. */
  async #control(
    control: Control,
    { origin, verb }: SimRequest,
    message: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    if (origin !== undefined || verb !== "POST") return send(response, proxyNotFound, {});
    const { reply, act } = control(await readBody(message), this.#world.knobs, this.#actions);
    response.once("finish", act);
    await send(response, reply, {});
  }

  async #reply(message: IncomingMessage, response: ServerResponse, reply: Reply): Promise<void> {
    this.#visited(message, reply.status);
    const isApi = message.url?.includes("/api/") ?? false;
    const date = { Date: new Date(this.#world.clock.now()).toUTCString() };
    await send(response, reply, isApi ? { "Cache-Control": "no-store", ...date } : date);
  }

  #drop(message: IncomingMessage): void {
    this.#visited(message, 0);
    message.destroy();
  }

  #visited({ method = "", url = "", headers }: IncomingMessage, status: number): void {
    this.#world.journal.visited({ verb: method, path: url, headers, status });
  }

  /** The request without the base path; undefined outside of it. */
  #arrive(message: IncomingMessage): SimRequest | undefined {
    const request = readRequest(message, this.#world.knobs);
    const { basePath } = this.#options;
    if (basePath === "" || request.path === controlPath) return request;
    if (!request.path.startsWith(`${basePath}/`)) return undefined;
    return { ...request, path: request.path.slice(basePath.length) };
  }
}
