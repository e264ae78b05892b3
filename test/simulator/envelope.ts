import { type Json, JsonText, isRecord, writeJson } from "./json";
import { type RpcError } from "./rpcError";

/** One call out of its envelope. */
export interface RpcCall {
  readonly method: string;
  readonly params: unknown;
  readonly id: unknown;
}

/** Why an envelope is no call: Go could not decode it, or it decoded and says nothing. */
export type BadCall =
  | { readonly kind: "undecodable"; readonly reason: string }
  | { readonly kind: "invalid"; readonly message: string; readonly id: unknown };

export function decodeCall(value: unknown): RpcCall | BadCall {
  const goType = "Go value of type rpc.JsonRpcRequest";
  // Go decodes null into an empty request.
  const fields = value === null ? {} : value;
  if (!isRecord(fields)) {
    const reason = `json: cannot unmarshal ${goKind(fields)} into ${goType}`;
    return { kind: "undecodable", reason };
  }
  const { jsonrpc, method, params, id } = fields;
  for (const [name, field] of Object.entries({ jsonrpc, method })) {
    if (field !== undefined && field !== null && typeof field !== "string") {
      const reason = `json: cannot unmarshal ${goKind(field)} into Go struct field JsonRpcRequest.${name} of type string`;
      return { kind: "undecodable", reason };
    }
  }
  if (jsonrpc !== "2.0") return { kind: "invalid", message: "invalid jsonrpc version", id };
  if (typeof method !== "string" || method === "") {
    return { kind: "invalid", message: "method required", id };
  }
  return { method, params, id };
}

export function isCall(value: RpcCall | BadCall): value is RpcCall {
  return !("kind" in value);
}

export function goKind(value: unknown): string {
  if (Array.isArray(value)) return "array";
  if (typeof value === "boolean") return "bool";
  return value === null ? "null" : typeof value;
}

/** A success; without `result` where there is none, without `id` where the call had none. */
export function* writeResult(id: unknown, result: Json | JsonText | undefined): Iterable<string> {
  yield head(id);
  if (result instanceof JsonText) {
    yield ',"result":';
    yield* result.pieces;
  } else if (result !== undefined && result !== null) {
    yield `,"result":${writeJson(result)}`;
  }
  yield "}";
}

export function writeError(id: unknown, { code, message, data }: RpcError): string {
  return `${head(id)},"error":${writeJson({ code, message, data })}}`;
}

function head(id: unknown): string {
  const echo = id === undefined || id === null ? "" : `,"id":${JSON.stringify(id)}`;
  return `{"jsonrpc":"2.0"${echo}`;
}
