import { readFileSync } from "node:fs";
import { join } from "node:path";
import { isRecord } from "../../simulator/json";

/** One line of test/fixtures/wire: what was asked of a real server, and what it answered. */
export interface Recording {
  readonly name: string;
  readonly transport: "post" | "ws" | "get";
  readonly auth: "guest" | "apikey" | "session" | "badkey";
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  /** null = none was sent; undefined = that of the server. */
  readonly origin: string | null | undefined;
  /** As it went over the wire. */
  readonly request: string;
  readonly http: Readonly<Record<string, unknown>>;
  readonly response: unknown;
}

export type Version = "1.0.7" | "1.4.3";

/** The lines as they stand, so that what they name can be renamed before they are read. */
export function readLines(version: Version): readonly string[] {
  const file = join(__dirname, "../../fixtures/wire", `${version}.jsonl`);
  return readFileSync(file, "utf8").trim().split("\n");
}

export function readRecording(line: string): Recording {
  const value: unknown = JSON.parse(line);
  if (!isRecord(value)) throw new Error(`Not a recording: ${line.slice(0, 80)}`);
  const { name, transport, auth, path, headers, origin, request, http, response } = value;
  return {
    name: String(name),
    transport: oneOf(transport, ["post", "ws", "get"] as const),
    auth: oneOf(auth, ["guest", "apikey", "session", "badkey"] as const),
    path: typeof path === "string" ? path : "/api/rpc2",
    headers: Object.fromEntries(
      Object.entries(isRecord(headers) ? headers : {}).map(([key, text]) => [key, String(text)]),
    ),
    origin: origin === null || typeof origin === "string" ? origin : undefined,
    request: typeof request === "string" ? request : JSON.stringify(request),
    http: isRecord(http) ? http : {},
    response,
  };
}

function oneOf<const T extends string>(value: unknown, words: readonly T[]): T {
  const word = words.find((candidate) => candidate === value);
  if (word === undefined) throw new Error(`${String(value)} is none of ${words.join(", ")}.`);
  return word;
}
