// A fresh process of records.ts: asks the server at this port for so many rows, in one of two ways,
// and prints what that took.
import { KomariApi } from "../../src/komari/api";
import { loadRecords } from "../../src/komari/historyKinds";
import { decodeLoadRecords } from "../../src/komari/decode/records/loadRecords";
import { RpcClient } from "../../src/rpc/client";
import { anEndpoint } from "../builders/rpcEndpoint";
import { watchBlocks } from "./watchBlocks";

const warmUpRows = 10_000;

export type Way = "columns" | "parse";

export interface Cost {
  readonly ms: number;
  /** The most memory beyond that at the start. */
  readonly megabytes: number;
  /** The longest time for which nothing else could run. */
  readonly blockMs: number;
}

/** As the extension does. */
async function toColumns(baseUrl: string, rows: number): Promise<number> {
  const client = new RpcClient(anEndpoint(baseUrl));
  const context = { credential: { kind: "guest" }, methods: undefined } as const;
  const history = await new KomariApi(client, () => context).records(loadRecords, {
    maxCount: rows,
  });
  client.dispose();
  return history.rows;
}

/** To the same columns by JSON.parse of the whole, as an answer over a socket is read. */
async function parse(baseUrl: string, rows: number): Promise<number> {
  const maxResponseBytes = 512 * 1024 * 1024;
  const client = new RpcClient(anEndpoint(baseUrl, { maxResponseBytes }));
  const options = { route: "bulk", timeoutMs: 120_000 } as const;
  const result = await client.call("common:getRecords", { maxCount: rows }, options);
  client.dispose();
  return decodeLoadRecords(result).rows;
}

async function main(): Promise<void> {
  const [way, port, rows] = [process.argv[2], process.argv[3], Number(process.argv[4])];
  const run = way === "columns" ? toColumns : parse;
  // Who looks at charts has seen some before: what V8 needs to warm up is not what is asked here.
  await run(`http://127.0.0.1:${port}`, warmUpRows);
  const memoryAtStart = process.resourceUsage().maxRSS;
  const maxBlock = watchBlocks();
  const start = performance.now();
  const got = await run(`http://127.0.0.1:${port}`, rows);
  const ms = performance.now() - start;
  const blockMs = await maxBlock();
  const megabytes = (process.resourceUsage().maxRSS - memoryAtStart) / 1024;
  if (got !== rows) throw new Error(`${got} rows in place of ${rows}`);
  process.stdout.write(JSON.stringify({ ms, megabytes, blockMs } satisfies Cost));
}

void main();
