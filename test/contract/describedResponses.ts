import { readFileSync } from "node:fs";
import { join } from "node:path";
import { isArray, type WireRecord } from "../../src/komari/decode/primitives";
import { isRecord } from "../../src/util/json";
import { type Recording, readRecording } from "./recordedResponses";

/** One case of test/fixtures/described: a request and what a server of that kind answers. */
export interface Described extends Recording {
  readonly result: unknown;
  readonly error: WireRecord | undefined;
  /** As it stands in the file. */
  readonly whole: WireRecord;
}

/** The files that have cases. */
export const describedFiles = [
  ...["methods-1.5.0-fix1.json", "methods-1.6.1.json", "methods-nekomari.json", "help.json"],
  ...["admin-1.6.json", "files.json", "status-gpu.json", "status-nekomari.json"],
  ...["nekomari.json", "errors.json", "dashboard-summary.json"],
] as const;

/** All cases of one file. */
export function readDescribed(file: string): readonly Described[] {
  const { cases } = readDescribedFile(file);
  return isArray(cases) ? cases.filter(isRecord).map(toCase) : [];
}

/** The case of that name. */
export function describedCase(file: string, name: string): Described {
  const found = readDescribed(file).find((each) => each.name === name);
  if (found === undefined) throw new Error(`${file} has no ${name}`);
  return found;
}

export function readDescribedFile(file: string): WireRecord {
  const path = join(__dirname, "..", "fixtures", "described", file);
  const parsed: unknown = JSON.parse(readFileSync(path, "utf8"));
  if (!isRecord(parsed)) throw new Error(`${file} holds no object`);
  return parsed;
}

/** As something to send, with other uuids in the place of the invented ones, which are numbered from 1. */
export function asRecording(
  { whole }: Described,
  uuidOf: (number: number) => string | undefined,
): Recording {
  return readRecording(
    JSON.stringify(whole).replaceAll(
      /a1b2c3d4-0000-4000-8000-0{9}(\d{3})/g,
      (uuid, number: string) => uuidOf(Number(number)) ?? uuid,
    ),
  );
}

function toCase(whole: WireRecord): Described {
  const { result, error } = isRecord(whole.response) ? whole.response : {};
  const recording = readRecording(JSON.stringify(whole));
  return { ...recording, result, error: isRecord(error) ? error : undefined, whole };
}
