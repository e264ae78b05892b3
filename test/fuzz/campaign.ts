import { inspect } from "node:util";
import { mix, Sequence } from "../simulator/random";
import { sizeOf, type Target, type Trial } from "./target";

export interface Stopwatch {
  /** Milliseconds that have passed. */
  now(): number;
  /** Milliseconds for which the processor has worked for this process: other work of the machine does not count. */
  worked(): number;
}

export const systemStopwatch: Stopwatch = {
  now: () => performance.now(),
  worked: () => {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1000;
  },
};

export interface CampaignOptions {
  readonly seed: number;
  /** Inputs of each target. */
  readonly count: number;
  /** The first input; those before it are left out. */
  readonly from?: number;
  /** When no further input is begun, by the stopwatch. */
  readonly endAt?: number;
  readonly stopwatch?: Stopwatch;
  /** What is at work, for whoever watches for hangs. */
  readonly onInput?: (index: number, input: unknown) => void;
}

export interface Failure {
  readonly index: number;
  readonly reason: string;
  readonly input: string;
}

export interface CampaignResult {
  readonly name: string;
  readonly inputs: number;
  readonly ms: number;
  /** The longest check of one input, in milliseconds. */
  readonly slowestMs: number;
  readonly failure: Failure | undefined;
}

/** A check takes microseconds; more than this is time by the square of a length, or worse. In milliseconds. */
const minBudgetMs = 100;
const budgetMsPerCharacter = 0.003;
/** A busy machine makes a check slow once, but not each time. */
const repeats = 3;
const maxInput = 4000;

/** Every input has a seed of its own, so that it can be had without those before it. */
function seedOf(seed: number, name: string, index: number): number {
  let hash = seed;
  for (let at = 0; at < name.length; at++) hash = mix(hash, name.charCodeAt(at));
  return mix(hash, index);
}

/** Gives a target its inputs until one fails. */
export async function runCampaign(
  target: Target,
  options: CampaignOptions,
): Promise<CampaignResult> {
  const { seed, count, from = 0, endAt = Infinity, onInput, stopwatch = systemStopwatch } = options;
  const start = stopwatch.now();
  let [index, slowestMs] = [from, 0];
  let failure: Failure | undefined;
  for (; index < from + count && failure === undefined; index++) {
    const trial = target.trial(new Sequence(seedOf(seed, target.name, index)));
    onInput?.(index, trial.input);
    const began = stopwatch.now();
    if (began >= endAt) break;
    const budgetMs = minBudgetMs + sizeOf(trial.input) * budgetMsPerCharacter;
    const reason = (await broken(trial)) ?? polluted();
    const ms = stopwatch.now() - began;
    const slow =
      reason === undefined && ms > budgetMs ? await tooSlow(trial, budgetMs, stopwatch) : undefined;
    if (ms <= budgetMs || slow !== undefined) slowestMs = Math.max(slowestMs, ms);
    const why = reason ?? slow;
    if (why !== undefined) failure = { index, reason: why, input: inputText(trial.input) };
  }
  return {
    name: target.name,
    inputs: index - from,
    ms: stopwatch.now() - start,
    slowestMs,
    failure,
  };
}

async function broken({ check }: Trial): Promise<string | undefined> {
  try {
    const checked = check();
    if (checked !== undefined) await checked;
    return undefined;
  } catch (error) {
    return error instanceof Error ? (error.stack ?? error.message) : inspect(error);
  }
}

async function tooSlow(
  trial: Trial,
  budgetMs: number,
  stopwatch: Stopwatch,
): Promise<string | undefined> {
  let least = Infinity;
  for (let left = repeats; left > 0 && least > budgetMs; left--) {
    const before = stopwatch.worked();
    await broken(trial);
    least = Math.min(least, stopwatch.worked() - before);
  }
  return least > budgetMs ? `it takes ${Math.round(least)} ms` : undefined;
}

const prototypes = [Object.prototype, Array.prototype, Function.prototype, String.prototype];
const ownKeys = () => prototypes.map((prototype) => Reflect.ownKeys(prototype));
const clean = ownKeys();

/** Whether something was put where every object has it; it is taken away again. */
function polluted(): string | undefined {
  const added = prototypes.flatMap((prototype, place) => {
    const keys = Reflect.ownKeys(prototype);
    if (keys.length === clean[place]?.length) return [];
    return keys
      .filter((key) => clean[place]?.includes(key) !== true)
      .map((key) => {
        Reflect.deleteProperty(prototype, key);
        return String(key);
      });
  });
  return added.length === 0 ? undefined : `a prototype got ${added.join(", ")}`;
}

export function inputText(input: unknown): string {
  const text = typeof input === "string" ? JSON.stringify(input) : inspect(input, { depth: 30 });
  return text.length <= maxInput ? text : `${text.slice(0, maxInput)}… (${text.length})`;
}
