import { readFileSync } from "node:fs";
import { join } from "node:path";
import { isArray } from "../../src/komari/decode/primitives";
import { isRecord } from "../../src/util/json";

/** One case of test/fixtures/described: a request and what a server of that kind answers. */
export interface Described {
  readonly name: string;
  readonly method: string;
  readonly params: unknown;
  readonly result: unknown;
}

/** All cases of one file. */
export function readDescribed(file: string): readonly Described[] {
  const { cases } = readDescribedFile(file);
  return isArray(cases) ? cases.filter(isRecord).map(toCase) : [];
}

export function readDescribedFile(file: string): Readonly<Record<string, unknown>> {
  const path = join(__dirname, "..", "fixtures", "described", file);
  const parsed: unknown = JSON.parse(readFileSync(path, "utf8"));
  if (!isRecord(parsed)) throw new Error(`${file} holds no object`);
  return parsed;
}

function toCase({ name, request, response }: Readonly<Record<string, unknown>>): Described {
  const { method, params } = isRecord(request) ? request : {};
  return {
    name: String(name),
    method: String(method),
    params,
    result: isRecord(response) ? response.result : undefined,
  };
}
