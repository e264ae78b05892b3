import { type Json } from "./json";

/** An error that is a response. */
export class RpcError extends Error {
  constructor(
    readonly code: number,
    message: string,
    readonly data?: Json,
  ) {
    super(message);
  }
}

/** A crash of the server: no answer at all, and the end of the socket. */
export class Panic extends Error {}

export const invalidParams = (message: string, data?: Json) => new RpcError(-32602, message, data);
export const internalError = (message: string, data?: Json) => new RpcError(-32603, message, data);
export const methodNotFound = (name: string) => new RpcError(-32601, "method not found", name);
