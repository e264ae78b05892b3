import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { isArray, type WireRecord } from "../../src/komari/decode/primitives";
import { isRecord } from "../../src/util/json";

export const recordedVersions = ["1.0.7", "1.4.3"] as const;
export type RecordedVersion = (typeof recordedVersions)[number];

/** One line of test/fixtures/wire: a request and what a real server answered. */
export interface Recording {
  readonly name: string;
  readonly transport: string;
  readonly auth: string;
  /** Undefined for batches, malformed requests and plain GETs. */
  readonly method: string | undefined;
  readonly params: unknown;
  /** Undefined for sockets. */
  readonly status: number | undefined;
  readonly contentType: string;
  readonly location: string | undefined;
  readonly closed: boolean;
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

export function readRecorded(version: RecordedVersion): RecordedServer {
  const file = join(__dirname, "..", "fixtures", "wire", `${version}.jsonl`);
  const all = readFileSync(file, "utf8").trimEnd().split("\n").map(parseLine);
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

export function errorOf({ response }: Recording): WireRecord | undefined {
  const error = isRecord(response) ? response.error : undefined;
  return isRecord(error) ? error : undefined;
}

function uuidOf(nodes: unknown, cast: string): string {
  assert(isRecord(nodes));
  const [uuid] =
    Object.entries(nodes).find(([, node]) => isRecord(node) && node.remark === `sim:${cast}`) ?? [];
  assert(uuid !== undefined, `no node ${cast}`);
  return uuid;
}

function parseLine(line: string): Recording {
  const value: unknown = JSON.parse(line);
  assert(isRecord(value) && isRecord(value.http));
  const { request, http } = value;
  const call = isRecord(request) && !isArray(request) ? request : {};
  return {
    name: textOf(value.name),
    transport: textOf(value.transport),
    auth: textOf(value.auth),
    method: typeof call.method === "string" ? call.method : undefined,
    params: call.params,
    status: typeof http.status === "number" ? http.status : undefined,
    contentType: typeof http.contentType === "string" ? http.contentType : "",
    location: typeof http.location === "string" ? http.location : undefined,
    closed: "closed" in http,
    response: value.response,
  };
}

function textOf(value: unknown): string {
  assert(typeof value === "string");
  return value;
}
