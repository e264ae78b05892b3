import { secretMask } from "../../shared/call/mask";
import { type MethodSpec } from "../../shared/call/methodSpec";
import { parseJson } from "../../util/json";
import { createMethodSpec } from "../methods/createMethodSpec";
import { isSecretKey } from "./secretKeyRule";
import { type Redacted, redactJson, redactLargeJson } from "./redactJson";

/** The result of a method with its secrets masked: a mask in place of what its members' names call secret. */
export function maskResult(method: string, raw: Buffer): Promise<Redacted> {
  return redactLargeJson(raw, isSecretKey(method));
}

/**
 * The same for params as raw JSON, be they by name or by place. Throws RpcLocalError "malformed" for
 * what is none.
 */
export function maskParams(spec: Pick<MethodSpec, "name" | "params">, params: string): string {
  return redactJson(params, isSecretKey(spec.name), secretPlaces(spec)).json.toString("utf8");
}

function secretPlaces({ name, params }: Pick<MethodSpec, "name" | "params">): ReadonlySet<number> {
  const isSecret = isSecretKey(name);
  const taken = params.kind === "named" ? params.params : [];
  const places = taken.map((param, place) =>
    param.secret === true || isSecret(param.name) !== false ? [place] : [],
  );
  return new Set(places.flat());
}

/** What a server says beside its error, as JSON, masked in the same way. */
export function maskErrorData(method: string, data: unknown): string {
  const json = redactJson(jsonOf(data), isSecretKey(method)).json.toString("utf8");
  return withoutWebhooks(method, json);
}

/** What is nested so deep that it takes up the stack can be parsed, but not written: nothing is shown of it. */
function jsonOf(data: unknown): string {
  try {
    return JSON.stringify(data);
  } catch {
    return "null";
  }
}

/** The message of a server's error, which may repeat what it was sent. */
export function maskErrorText(method: string, text: string): string {
  return String(parseJson(maskErrorData(method, text)));
}

/** Their errors name the address that a message could not be sent to, and whoever knows it may send. */
const sending: ReadonlySet<string> = new Set(["admin:sendNotification", "admin:testSendMessage"]);

/** The host stays: it tells which channel failed. */
function withoutWebhooks(method: string, json: string): string {
  if (!sending.has(method)) return json;
  return json.replace(/(\bhttps?:\/\/[^\s/?"'\\]+[/?])[^\s"'\\]+/gi, `$1${secretMask}`);
}

/** As `maskParams`, by what our own documentation says of the method. */
export function maskParamsOf(method: string, params: string): string {
  return maskParams(createMethodSpec(method, undefined), params);
}
