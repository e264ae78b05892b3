import { isSecretKey } from "../methods/secretKeys";
import { type Redacted, redactJson, redactLargeJson } from "./redactJson";

/** The result of a method with its secrets masked: a mask in place of what its members' names call secret. */
export function maskResult(method: string, raw: Buffer): Promise<Redacted> {
  return redactLargeJson(raw, isSecretKey(method));
}

/** The same for params as raw JSON. Throws RpcLocalError "malformed" for what is none. */
export function maskParams(method: string, params: string): string {
  return redactJson(params, isSecretKey(method)).json.toString("utf8");
}
