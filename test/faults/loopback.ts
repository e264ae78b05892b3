import { subscribe } from "node:diagnostics_channel";
import { Socket } from "node:net";
import { TLSSocket } from "node:tls";

// Both ends of every connection are in this process, so that it is known what is under way between them.

const clients = new Set<Socket>();
const servers = new Set<Socket>();
const handshakes = new Set<Socket>();

function keep(socket: Socket, sockets: Set<Socket>): void {
  sockets.add(socket);
  socket.once("close", () => sockets.delete(socket));
}

function noteClient(socket: Socket): void {
  keep(socket, clients);
  if (!(socket instanceof TLSSocket)) return;
  keep(socket, handshakes);
  socket.once("secureConnect", () => handshakes.delete(socket));
}

/** There is a channel for sockets of servers, and none for all of clients. */
function watchSockets(): void {
  subscribe("net.server.socket", (message) => {
    if (typeof message !== "object" || message === null || !("socket" in message)) return;
    if (message.socket instanceof Socket) keep(message.socket, servers);
  });
  const { prototype } = Socket;
  const connect: unknown = Reflect.get(prototype, "connect");
  if (typeof connect !== "function") return;
  Object.assign(prototype, {
    connect(this: Socket, ...args: unknown[]): unknown {
      noteClient(this);
      return Reflect.apply(connect, this, args);
    },
  });
}

watchSockets();

/** Whether a connection is being made or ended, or one end has written what the other has not read. */
export function isUnderWay(): boolean {
  if (handshakes.size > 0) return true;
  const byPorts = new Map<string, Socket>();
  for (const socket of servers) byPorts.set(`${socket.remotePort} ${socket.localPort}`, socket);
  for (const client of clients) {
    if (client.connecting) return true;
    const ports = `${client.localPort} ${client.remotePort}`;
    const server = byPorts.get(ports);
    byPorts.delete(ports);
    if (server === undefined) return true;
    // Of TLS the bytes beneath are not counted.
    if (client instanceof TLSSocket || server instanceof TLSSocket) continue;
    if (client.bytesWritten !== server.bytesRead) return true;
    if (server.bytesWritten !== client.bytesRead) return true;
  }
  return byPorts.size > 0;
}

export function hasTls(): boolean {
  return [...clients].some((socket) => socket instanceof TLSSocket);
}
