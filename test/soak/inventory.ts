import { queryObjects } from "node:v8";
import WebSocket from "ws";
import { Socket } from "node:net";
import { ChartModel } from "../../src/features/charts/model/chartModel";
import { ServerFleet } from "../../src/fleet/serverFleet";
import { Session } from "../../src/komari/session";
import { RpcClient } from "../../src/rpc/client";
import { Emitter } from "../../src/util/emitter";
import { type Allowance } from "./samples";

/** What is counted, with what may come and go. Objects that live are counted by V8 itself. */
const classes = {
  "fleets of servers": [ServerFleet, 0],
  sessions: [Session, 0],
  clients: [RpcClient, 0],
  "models of charts": [ChartModel, 0],
  emitters: [Emitter, 0],
  WebSockets: [WebSocket, 2],
  sockets: [Socket, 8],
  "abort controllers": [AbortController, 20],
  promises: [Promise, 200],
} as const;

/** Bytes of heap that code, caches of V8 and the like take. */
const heapAllowance: Allowance = { share: 0.1, count: 2 * 1024 * 1024 };

export const allowances: Readonly<Record<string, Allowance>> = {
  heap: heapAllowance,
  timers: { share: 0, count: 5 },
  handles: { share: 0, count: 10 },
  ...Object.fromEntries(
    Object.entries(classes).map(([name, [, count]]) => [name, { share: 0, count }]),
  ),
};

export type Counts = Readonly<Record<string, number>>;

/** What must be gone once all is disposed. */
export const leftovers: readonly string[] = [
  ...["timers", "handles", "fleets of servers", "sessions", "clients", "models of charts"],
  ...["emitters", "WebSockets", "sockets"],
];

/** Counts all, after what is no longer needed is gone. */
export async function takeInventory(timers: number): Promise<Counts> {
  await collectGarbage();
  const objects = Object.entries(classes).map(
    ([name, [constructor]]) => [name, Number(queryObjects(constructor))] as const,
  );
  return {
    heap: process.memoryUsage().heapUsed,
    timers,
    handles: process.getActiveResourcesInfo().length,
    ...Object.fromEntries(objects),
  };
}

/** What ends with a turn, such as a socket that is closed, is gone in the next. */
async function collectGarbage(): Promise<void> {
  for (let round = 0; round < 3; round++) {
    globalThis.gc?.();
    await new Promise((resolve) => setImmediate(resolve));
  }
}

/** The heap and what may leak first, for whoever watches. */
export function countsText({ heap = 0, timers, handles, promises }: Counts): string {
  return `${(heap / 2 ** 20).toFixed(1)} MiB, ${timers} timers, ${handles} handles, ${promises} promises`;
}
