import { RpcLocalError } from "../../rpc/errors";

/** The error for a response that as a whole is not what was asked for. */
export function malformed(subject: string, value: unknown): RpcLocalError {
  return new RpcLocalError("malformed", `${subject}: unexpected ${kindOf(value)}`);
}

function kindOf(value: unknown): string {
  if (value === null) return "null";
  return Array.isArray(value) ? "array" : typeof value;
}
