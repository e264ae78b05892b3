import { once } from "node:events";
import { WebSocket } from "ws";
import { isRecord } from "../../simulator/json";
import { type Simulator, credentials } from "../../simulator/simulator";

export const keyHeader = { Authorization: `Bearer ${credentials.apiKey}` };

export interface Answer {
  readonly status: number;
  readonly body: string;
}

export async function post(
  { url }: Simulator,
  body: unknown,
  headers: Record<string, string> = {},
  path = "/api/rpc2",
): Promise<Answer> {
  const response = await fetch(url + path, { method: "POST", body: JSON.stringify(body), headers });
  return { status: response.status, body: await response.text() };
}

/** Calls over POST and answers the envelope. */
export async function call(
  simulator: Simulator,
  method: string,
  params?: unknown,
  headers: Record<string, string> = {},
): Promise<Readonly<Record<string, unknown>>> {
  const { body } = await post(simulator, { jsonrpc: "2.0", method, params, id: 1 }, headers);
  const envelope: unknown = JSON.parse(body);
  return record(envelope);
}

/** As `call`, and answers the result, which must be an object. */
export async function result(
  ...args: Parameters<typeof call>
): Promise<Readonly<Record<string, unknown>>> {
  return record((await call(...args)).result);
}

export async function errorCode(...args: Parameters<typeof call>): Promise<unknown> {
  return record((await call(...args)).error).code;
}

export function record(value: unknown): Readonly<Record<string, unknown>> {
  if (!isRecord(value)) throw new Error(`Not an object: ${JSON.stringify(value)}`);
  return value;
}

export function list(value: unknown): readonly unknown[] {
  if (!Array.isArray(value)) throw new Error(`Not a list: ${JSON.stringify(value)}`);
  const items: readonly unknown[] = value;
  return items;
}

export async function connect(
  simulator: Simulator,
  headers: Record<string, string> = {},
): Promise<WebSocket> {
  const { url } = simulator;
  const socket = new WebSocket(`${url.replace("http", "ws")}/api/rpc2`, { origin: url, headers });
  await once(socket, "open");
  return socket;
}

/** The ids of the next answers, in the order of their coming. */
export function nextIds(socket: WebSocket, count: number): Promise<unknown[]> {
  const ids: unknown[] = [];
  return new Promise((resolve) => {
    socket.on("message", (data: Buffer) => {
      ids.push(record(JSON.parse(data.toString("utf8"))).id);
      if (ids.length === count) resolve(ids);
    });
  });
}
