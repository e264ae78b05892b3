import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { isArray, type WireRecord } from "../../src/komari/decode/primitives";
import { classifyResponse } from "../../src/rpc/classifyResponse";
import { toLocalError, toRemoteError } from "../../src/rpc/failure";
import { isRecord } from "../../src/util/json";

export const recordedVersions = ["1.0.7", "1.4.3"] as const;
export type RecordedVersion = (typeof recordedVersions)[number];

/** One line of test/fixtures/wire: a request and what a real server answered. */
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
  /** Undefined for batches, malformed requests and plain GETs. */
  readonly method: string | undefined;
  readonly params: unknown;
  readonly http: WireRecord;
  /** Undefined for sockets. */
  readonly status: number | undefined;
  readonly contentType: string;
  readonly location: string | undefined;
  readonly response: unknown;
}

export interface RecordedServer {
  readonly version: RecordedVersion;
  readonly all: readonly Recording[];
  get(name: string): Recording;
  /** The result of the recording; fails the test when it is an error. */
  result(name: string): unknown;
  /** The uuid of one of the cast, such as `web-1`. */
  uuid(cast: string): string;
}

/** The lines as they stand, so that what they name can be renamed before they are read. */
export function readLines(version: RecordedVersion): readonly string[] {
  const file = join(__dirname, "..", "fixtures", "wire", `${version}.jsonl`);
  return readFileSync(file, "utf8").trimEnd().split("\n");
}

export function readRecorded(version: RecordedVersion): RecordedServer {
  const all = readLines(version).map(readRecording);
  const byName = new Map(all.map((recording) => [recording.name, recording]));
  const get = (name: string): Recording => {
    const recording = byName.get(name);
    assert(recording !== undefined, `no recording ${name}`);
    return recording;
  };
  const result = (name: string): unknown => resultOf(get(name));
  return { version, all, get, result, uuid: (cast) => uuidOf(result("nodes-apikey"), cast) };
}

/** What the caller of a method gets: a success without a result is null. */
export function resultOf({ name, response }: Recording): unknown {
  assert(isRecord(response) && response.error === undefined, `${name} has no result`);
  return response.result ?? null;
}

/** The error that a call ends with, the way src/rpc makes it; undefined: it succeeds. */
export function callErrorOf(recording: Recording): Error | undefined {
  const { status, response, transport, contentType, location, method } = recording;
  if (transport !== "get" && status !== undefined) {
    const body = typeof response === "string" ? response : JSON.stringify(response);
    const verdict = classifyResponse(
      {
        status,
        headers: location === undefined ? {} : { location },
        contentType: contentType.split(";", 1)[0] ?? "",
        body: response === null ? "" : body,
      },
      "https://home.example.com",
    );
    if (verdict.kind === "failed") return toLocalError(verdict.failure);
  }
  const error = isRecord(response) ? response.error : undefined;
  const { code, message, data } = isRecord(error) ? error : {};
  if (typeof code !== "number" || typeof message !== "string") return undefined;
  return toRemoteError({ code, message, data }, method);
}

function uuidOf(nodes: unknown, cast: string): string {
  assert(isRecord(nodes));
  const [uuid] =
    Object.entries(nodes).find(([, node]) => isRecord(node) && node.remark === `sim:${cast}`) ?? [];
  assert(uuid !== undefined, `no node ${cast}`);
  return uuid;
}

export function readRecording(line: string): Recording {
  const value: unknown = JSON.parse(line);
  assert(isRecord(value), line.slice(0, 80));
  const { name, transport, auth, path, headers, origin, request, response } = value;
  const http = isRecord(value.http) ? value.http : {};
  const call = isRecord(request) && !isArray(request) ? request : {};
  return {
    name: String(name),
    transport: oneOf(transport, ["post", "ws", "get"]),
    auth: oneOf(auth, ["guest", "apikey", "session", "badkey"]),
    path: typeof path === "string" ? path : "/api/rpc2",
    headers: Object.fromEntries(
      Object.entries(isRecord(headers) ? headers : {}).map(([key, text]) => [key, String(text)]),
    ),
    origin: origin === null || typeof origin === "string" ? origin : undefined,
    request: typeof request === "string" ? request : JSON.stringify(request),
    method: typeof call.method === "string" ? call.method : undefined,
    params: call.params,
    http,
    status: typeof http.status === "number" ? http.status : undefined,
    contentType: typeof http.contentType === "string" ? http.contentType : "",
    location: typeof http.location === "string" ? http.location : undefined,
    response,
  };
}

function oneOf<const T extends string>(value: unknown, words: readonly T[]): T {
  const word = words.find((candidate) => candidate === value);
  assert(word !== undefined, `${String(value)} is none of ${words.join(", ")}`);
  return word;
}
