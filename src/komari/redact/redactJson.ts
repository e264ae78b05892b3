import { Buffer } from "node:buffer";
import { RpcLocalError } from "../../rpc/errors";
import { secretMask, secretMaskJson } from "../../shared/call/mask";
import { runSync } from "../../json/cooperative";
import { runCooperatively } from "../../util/cooperative";
import { JsonTokenizer } from "../../json/tokenizer";
import { type Secrecy } from "./secretKeyRule";
import { SecretFinder, type SecretRanges } from "./secretFinder";

export interface Redacted {
  /** The text with the mask in place of every secret, byte for byte as it was but for that. */
  readonly json: Buffer;
  /** How many were masked. */
  readonly secrets: number;
}

type IsSecret = (key: string) => Secrecy;
type Steps<T> = Generator<undefined, T, undefined>;

const mask = Buffer.from(secretMaskJson);
/** Within a string, which keeps its quotes. */
const partMask = Buffer.from(secretMask);
/** Work is done in steps of so many bytes, below a millisecond each. */
const stepBytes = 64 * 1024;

/**
 * A JSON text without its secrets: see SecretFinder. `isSecret` is asked about names as they read,
 * however they are written. Throws RpcLocalError "malformed" for what is no JSON: what is secret in it
 * is unknown.
 * @param places of the items that are secret too, where the text is a list.
 */
export function redactJson(
  json: Buffer | string,
  isSecret: IsSecret,
  places?: ReadonlySet<number>,
): Redacted {
  const bytes = typeof json === "string" ? Buffer.from(json) : json;
  return runSync(redaction(bytes, isSecret, places));
}

/** As `redactJson`, with turns for others in between. */
export function redactLargeJson(json: Buffer, isSecret: IsSecret): Promise<Redacted> {
  return runCooperatively(redaction(json, isSecret));
}

function* redaction(
  json: Buffer,
  isSecret: IsSecret,
  places?: ReadonlySet<number>,
): Steps<Redacted> {
  const finder = new SecretFinder(json, isSecret, places);
  const scanner = new JsonTokenizer(finder);
  for (let at = 0; at < json.length; at += stepBytes) {
    if (!scanner.scan(json.subarray(at, at + stepBytes))) break;
    yield;
  }
  if (!scanner.end()) throw new RpcLocalError("malformed", "no JSON that could be redacted");
  const ranges = yield* finder.ranges();
  const secrets = ranges.starts.length;
  return { json: secrets === 0 ? json : yield* masked(json, ranges), secrets };
}

function* masked(json: Buffer, { starts, ends, isPart, bytes }: SecretRanges): Steps<Buffer> {
  const maskBytes = isPart.reduce((sum, part) => sum + maskFor(part).length, 0);
  const result = Buffer.allocUnsafe(json.length - bytes + maskBytes);
  let from = 0;
  let to = 0;
  let stepEnd = stepBytes;
  for (let index = 0; index <= starts.length; index++) {
    const start = starts[index] ?? json.length;
    while (from < start) {
      const end = Math.min(start, from + stepBytes);
      to = copy(json, from, end, result, to);
      from = end;
      if (to < stepEnd) continue;
      stepEnd = to + stepBytes;
      yield;
    }
    const hidden = maskFor(isPart[index]);
    if (index < starts.length) to = copy(hidden, 0, hidden.length, result, to);
    from = ends[index] ?? from;
  }
  return result;
}

function maskFor(isPart: boolean | undefined): Buffer {
  return isPart === true ? partMask : mask;
}

/** Between secrets there is often little: a call of `Buffer.copy` would cost more than that. */
const shortCopy = 256;

function copy(source: Buffer, start: number, end: number, target: Buffer, at: number): number {
  if (end - start > shortCopy) return at + source.copy(target, at, start, end);
  for (let from = start; from < end; from++) target[at++] = source[from] ?? 0;
  return at;
}
