import { readFileSync } from "node:fs";
import { join } from "node:path";
import { isRecord } from "../simulator/json";
import { type Recording, readRecording } from "./simulator/recordings";

/** A case of test/fixtures/described, with the invented uuids still in it. */
export interface DescribedCase {
  readonly name: string;
  /** Undefined where the request is only told in words. */
  readonly method: string | undefined;
  readonly params: unknown;
  readonly response: unknown;
  /** Puts other uuids in the place of the invented ones, which are numbered from 1. */
  with(uuidOf: (number: number) => string | undefined): { readonly recording: Recording };
}

/** The names of the files that have cases. */
export const describedFiles = [
  ...["methods-1.5.0-fix1", "methods-1.6.1", "methods-nekomari", "help", "admin-1.6", "files"],
  ...["status-gpu", "status-nekomari", "nekomari", "errors", "dashboard-summary"],
] as const;

export function describedCases(file: string): readonly DescribedCase[] {
  const path = join(__dirname, "../fixtures/described", `${file}.json`);
  const value: unknown = JSON.parse(readFileSync(path, "utf8"));
  const cases: readonly unknown[] =
    isRecord(value) && Array.isArray(value.cases) ? value.cases : [];
  return cases.map(asCase);
}

function asCase(value: unknown): DescribedCase {
  if (!isRecord(value)) throw new Error("Not a described case.");
  const { name, request, response } = value;
  const call = isRecord(request) ? request : {};
  const text = JSON.stringify(value);
  return {
    name: String(name),
    method: typeof call.method === "string" ? call.method : undefined,
    params: call.params,
    response,
    with: (uuidOf) => ({
      recording: readRecording(
        text.replaceAll(
          /a1b2c3d4-0000-4000-8000-0{9}(\d{3})/g,
          (uuid, number: string) => uuidOf(Number(number)) ?? uuid,
        ),
      ),
    }),
  };
}
