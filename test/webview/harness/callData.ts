import {
  type MethodSpec,
  type ParamSpec,
  type ParamsSpec,
} from "../../../src/shared/call/methodSpec";
import {
  type CallResponse,
  type CallServer,
  type CallSetup,
} from "../../../src/shared/call/callApi";

export function param(name: string, change: Partial<ParamSpec> = {}): ParamSpec {
  return { name, type: { kind: "text" }, typeText: "string", required: false, ...change };
}

const text = { kind: "text" } as const;

/** One of every type. */
export const manyParams: readonly ParamSpec[] = [
  param("uuid", {
    picker: "node",
    required: true,
    description: "The node whose records are wanted.",
  }),
  param("hours", {
    type: { kind: "number", integer: true },
    typeText: "int",
    fallback: "1",
    suggestions: ["1", "4", "24"],
  }),
  param("load_type", {
    type: { kind: "choice", options: ["cpu", "ram", "disk"] },
    typeText: "cpu | ram | disk",
    description: "Return only this metric.",
  }),
  param("compact", { type: { kind: "boolean" }, typeText: "bool" }),
  param("start", { type: { kind: "time" }, typeText: "string (RFC3339)" }),
  param("uuids", { type: { kind: "list", item: text }, typeText: "string[]", picker: "nodes" }),
  param("options", { type: { kind: "json" }, typeText: "object" }),
  param("script", { multiline: true, typeText: "string" }),
];

export function named(params: readonly ParamSpec[], ordered = true): ParamsSpec {
  return { kind: "named", params, ordered };
}

export function methodSpec(change: Partial<MethodSpec> = {}): MethodSpec {
  return {
    name: "common:getRecords",
    namespace: "common",
    role: "guest",
    risk: "read",
    summary: "Records of load or of pings, of one node or of all.",
    secondFactor: false,
    params: named(manyParams),
    undocumented: false,
    ...change,
  };
}

export function callServer(change: Partial<CallServer> = {}): CallServer {
  return {
    name: "Demo",
    address: "https://demo.example",
    role: "admin",
    readOnly: false,
    problem: undefined,
    action: undefined,
    unlisted: false,
    hasOtherServers: true,
    ...change,
  };
}

export function callSetup(change: Partial<CallSetup> = {}): CallSetup {
  return {
    key: "demo common:getRecords",
    translations: undefined,
    locale: "en",
    server: callServer(),
    method: methodSpec(),
    timeoutSeconds: 30,
    ...change,
  };
}

export function okAnswer(
  id: number,
  json: string,
  change: Partial<CallResponse> = {},
): CallResponse {
  return {
    id,
    sentAt: Date.UTC(2026, 10, 22, 18),
    tookMs: 12,
    transport: "http",
    outcome: {
      kind: "ok",
      bytes: json.length,
      json,
      secrets: 0,
      revealed: false,
      omitted: false,
      chartable: false,
    },
    ...change,
  };
}
