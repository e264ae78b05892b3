import { isDeepStrictEqual } from "node:util";
import { type RawData, type WebSocket } from "ws";
import { type Disposable } from "../../src/util/disposable";
import { callerOf, refusalOf } from "./auth";
import { brokenJson } from "./faults";
import { closedDoor, rpcPath, unknownPath } from "./http";
import { upgradeForbidden } from "./origin";
import { unit } from "./random";
import { type Reply, empty, jsonReply, restError } from "./reply";
import { type RpcContext, answerMessage } from "./rpc";
import { Panic } from "./rpcError";
import { type SimRequest } from "./simRequest";
import { SocketWriter } from "./socketWriter";
import { type World } from "./world";

/** Why a request does not become a socket; undefined where it may. */
export function upgradeRefusal(request: SimRequest, world: World): Reply | undefined {
  const closed = closedDoor(request, world);
  if (closed !== undefined) return closed;
  if (request.path === `${rpcPath}/`) return empty(307, { Location: rpcPath });
  if (request.path !== rpcPath) return unknownPath(request, world);
  const refusal = refusalOf(request, world);
  if (refusal !== undefined) return restError(401, refusal);
  const { getWithoutUpgrade, upgradeRefusal: error } = world.profile.http;
  if (world.knobs.noWebSocket) return jsonReply(getWithoutUpgrade.status, getWithoutUpgrade.body);
  if (world.journal.openSockets >= world.knobs.socketMax) return empty(429);
  if (!upgradeForbidden(request, world)) return undefined;
  return {
    status: 403,
    type: "text/plain; charset=utf-8",
    body: `Forbidden\n${JSON.stringify({ error, status: "error" })}`,
  };
}

/** Serves a socket: one message after the other, so that a slow call holds up all behind it, pings too. */
export function serveSocket(socket: WebSocket, request: SimRequest, world: World): void {
  const context = { world, request, caller: callerOf(request, world) };
  const writer = new SocketWriter(socket);
  const patience = new Patience(socket, world);
  let answered = Promise.resolve();
  let count = 0;
  socket.on("message", (data) => {
    patience.start();
    answered = answered.then(async () => {
      const text = textOf(data);
      if (Buffer.byteLength(text) > world.knobs.messageMax) {
        socket.close(1009);
        return;
      }
      const reply = await replyTo(text, context);
      patience.start();
      if (reply === "end") socket.terminate();
      else if (reply !== "silence") deliver(reply);
    });
  });
  socket.on("ping", (data) => {
    answered = answered.then(() => writer.pong(data));
  });
  socket.on("error", (error) => world.journal.errors.push(error));
  socket.on("close", () => patience.end());

  /** Old servers write from goroutines: one reply in ten is overtaken by the next. */
  function deliver(reply: Iterable<string>): void {
    const late = !world.profile.socket.repliesInOrder && unit(0x0add, count++) < 0.1;
    if (late) setTimeout(() => writer.write(reply), 2);
    else writer.write(reply);
  }
}

/** Some servers cut a socket on which no message has come for long, without a word. */
class Patience {
  readonly #socket: WebSocket;
  readonly #world: World;
  #timer: Disposable | undefined;

  constructor(socket: WebSocket, world: World) {
    this.#socket = socket;
    this.#world = world;
    this.start();
  }

  start(): void {
    this.end();
    const { knobs, clock } = this.#world;
    if (!Number.isFinite(knobs.idleMax)) return;
    this.#timer = clock.setTimeout(() => this.#socket.terminate(), knobs.idleMax);
  }

  end(): void {
    this.#timer?.dispose();
  }
}

function textOf(data: RawData): string {
  if (Array.isArray(data)) return Buffer.concat(data).toString("utf8");
  return Buffer.isBuffer(data) ? data.toString("utf8") : Buffer.from(data).toString("utf8");
}

async function replyTo(
  text: string,
  context: RpcContext,
): Promise<Iterable<string> | "end" | "silence"> {
  const { knobs, journal } = context.world;
  if (knobs.drop === "connections" || knobs.status500 || hasChanged(context)) return "end";
  try {
    const reply = await answerMessage(text, context);
    if (context.world.knobs.drop === "answers") return "silence";
    return knobs.garbage === "never" || typeof reply === "string" ? reply : [brokenJson];
  } catch (error) {
    if (!(error instanceof Panic)) journal.errors.push(error);
    return "end";
  }
}

/** Some servers look again, at each call, who it is that opened the socket. */
function hasChanged({ world, request, caller }: RpcContext): boolean {
  return world.profile.socket.checksCaller && !isDeepStrictEqual(callerOf(request, world), caller);
}
