import { type MethodSpec } from "../../shared/call/methodSpec";
import { type PastCall } from "../requests/store/pastCall";
import { type ReceivedResult, type SentCall } from "./sentCall";

export interface RememberParts {
  readonly specOf: (serverId: string, method: string) => MethodSpec;
  readonly maskParams: (spec: MethodSpec, params: string) => string;
  readonly remember: (call: Omit<PastCall, "id" | "kept">, result: string | undefined) => void;
}

type PastRequest = Omit<PastCall, "id" | "kept" | "outcome">;

/** Adds a call to the history, with its secrets masked; declined calls are not added. */
export async function rememberCall(call: SentCall, parts: RememberParts): Promise<void> {
  const { target, outcome, sentAt, tookMs, serverName, transport } = call;
  if (outcome.kind === "refused") return;
  const { serverId, method, params } = target;
  const spec = parts.specOf(serverId, method);
  const past: PastRequest = {
    serverId,
    serverName,
    method,
    ...(params !== undefined && { params: parts.maskParams(spec, params) }),
    sentAt,
    tookMs,
    ...(transport && { transport }),
  };
  if (outcome.kind === "ok") {
    await rememberResult(past, outcome.result, spec, parts);
    return;
  }
  const { fate, text } = outcome;
  const code = outcome.kind === "error" ? outcome.code : undefined;
  const error = {
    ...(code !== undefined && { code }),
    ...(text !== undefined && { text }),
    ...(fate && { fate }),
  };
  parts.remember({ ...past, ...error, outcome: outcome.kind }, undefined);
}

async function rememberResult(
  past: PastRequest,
  result: ReceivedResult,
  { notKept }: MethodSpec,
  { remember }: RememberParts,
): Promise<void> {
  const { notice: text } = result;
  if (text !== undefined) {
    remember({ ...past, outcome: "error", text }, undefined);
    return;
  }
  const masked = result.isShown && !notKept ? await result.masked() : undefined;
  const facts = { bytes: result.raw.length, ...(masked && { secrets: masked.secrets }) };
  remember({ ...past, ...facts, outcome: "ok" }, masked?.json.toString("utf8"));
}
