// A large result as it was written: from the pieces of its answer, and on to a text without secrets.
import { setImmediate } from "node:timers/promises";
import { RawCalls } from "../../src/komari/rawCalls";
import { redactLargeJson } from "../../src/komari/redact/redactJson";
import { isSecretName } from "../../src/shared/call/secretNameRule";
import { type RpcCaller } from "../../src/rpc/client";
import { ResultFilter } from "../../src/rpc/resultFilter";
import { systemClock } from "../../src/util/clock";
import { answersOf, resultOf } from "./answers";
import { type Figure, report } from "./figure";
import { collectGarbage, percentile } from "./stopwatch";
import { watchBlocks } from "./watchBlocks";

const size = 60 * 1024 * 1024;
/** As Node reads from a socket. */
const pieceSize = 64 * 1024;
const rounds = 9;
const maxBlockMs = 20;

interface Cost {
  readonly ms: number;
  /** The longest time for which nothing else could run. */
  readonly blockMs: number;
}

/** What an administrator is told of 10,000 nodes, tokens and all, again and again. */
async function largeResult(): Promise<Buffer> {
  const nodes = JSON.stringify(resultOf(JSON.parse((await answersOf("1.4.3")).nodes)));
  const count = Math.ceil(size / Buffer.byteLength(nodes));
  return Buffer.from(`[${Array.from({ length: count }, () => nodes).join()}]`);
}

function piecesOf(answer: Buffer): readonly Buffer[] {
  return Array.from({ length: Math.ceil(answer.length / pieceSize) }, (_, index) =>
    Buffer.from(answer.subarray(index * pieceSize, (index + 1) * pieceSize)),
  );
}

async function costOf(run: () => Promise<void> | void): Promise<Cost> {
  collectGarbage();
  const maxBlock = watchBlocks();
  const start = performance.now();
  await run();
  const ms = performance.now() - start;
  return { ms, blockMs: await maxBlock() };
}

function sumOf(piece: Buffer): number {
  let sum = 0;
  for (let at = 0; at < piece.length; at++) sum = (sum + ((piece[at] ?? 0) ^ at)) | 0;
  return sum;
}

/** One piece after the other, as they arrive. */
async function everyByte(pieces: readonly Buffer[]): Promise<void> {
  let sum = 0;
  for (const piece of pieces) {
    sum += sumOf(piece);
    await setImmediate();
  }
  if (sum === 0) throw new Error("no bytes");
}

async function capture(pieces: readonly Buffer[], length: number): Promise<void> {
  const caller: RpcCaller = {
    call: async () => {
      const filter = new ResultFilter();
      for (const piece of pieces) {
        filter.write(piece);
        await setImmediate();
      }
      return filter.finish(null);
    },
  };
  const options = { timeoutMs: 1000, readOnly: true };
  const { result } = await new RawCalls(caller, systemClock).call("m", undefined, options);
  if (result.length !== length) throw new Error(`${result.length} bytes in place of ${length}`);
}

async function redact(result: Buffer): Promise<void> {
  const { secrets } = await redactLargeJson(result, isSecretName);
  if (secrets === 0) throw new Error("no secrets");
}

/** The 25th percentile: noise only ever adds. The first round, before V8 has optimised, does not count. */
function p25(costs: readonly Cost[], part: keyof Cost): number {
  const values = costs.slice(1).map((each) => each[part]);
  return percentile(values, 0.25);
}

async function main(): Promise<void> {
  const result = await largeResult();
  const pieces = piecesOf(Buffer.concat([Buffer.from('{"result":'), result, Buffer.from("}")]));
  const floor: Cost[] = [];
  const parse: Cost[] = [];
  const captured: Cost[] = [];
  const redacted: Cost[] = [];
  for (let round = 0; round < rounds; round++) {
    floor.push(await costOf(() => everyByte(pieces)));
    parse.push(await costOf(() => void JSON.parse(Buffer.concat(pieces).toString())));
    captured.push(await costOf(() => capture(pieces, result.length)));
    redacted.push(await costOf(() => redact(result)));
  }
  const figures = (what: string, costs: readonly Cost[], goal: number): readonly Figure[] => {
    const time = { value: p25(costs, "ms"), floor: p25(floor, "ms"), unit: "ms" };
    const block = { value: p25(costs, "blockMs"), floor: p25(parse, "blockMs"), unit: "ms" };
    return [
      {
        what: `${what}: time`,
        against: "looking at every byte",
        goal,
        ratio: time.value / time.floor,
        absolute: time,
      },
      {
        what: `${what}: longest block`,
        against: "JSON.parse",
        goal: 1,
        ratio: block.value / block.floor,
        absolute: { ...block, goal: maxBlockMs },
      },
    ];
  };
  report([
    ...figures("60 MB as they were written", captured, 6),
    ...figures("60 MB without their secrets", redacted, 12),
  ]);
}

void main();
