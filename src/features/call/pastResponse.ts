import { type CallResponse } from "../../shared/call/callApi";
import { type CallHistory } from "../requests/store/callHistory";
import { type PastCall } from "../requests/store/pastCall";
import { type CallTarget } from "../common/callTarget";
import { isChartable } from "./chartTarget";
import { type ResponseRecord, type ResponseSource } from "./panelCalls";

type Responses = Pick<CallHistory, "responseOf">;

/** A response from the history: its secrets stay masked. */
export function responseSource(call: PastCall, history: Responses): ResponseSource {
  const { serverId, serverName, method, params, sentAt, id } = call;
  return {
    target: { serverId, method, ...(params !== undefined && { params }) },
    serverName,
    sentAt,
    json: async () => (await history.responseOf(id)) ?? "null",
  };
}

/** A call from the history as a page shows it. */
export async function responseRecord(call: PastCall, history: Responses): Promise<ResponseRecord> {
  const { sentAt, tookMs, transport } = call;
  const json = call.kept ? await history.responseOf(call.id) : undefined;
  const message = { id: undefined, sentAt, tookMs, transport, outcome: outcomeOf(call, json) };
  return { message, source: json === undefined ? undefined : responseSource(call, history) };
}

function outcomeOf(call: PastCall, json: string | undefined): CallResponse["outcome"] {
  const { outcome, method, bytes = 0, secrets = 0, code, text, fate } = call;
  switch (outcome) {
    case "ok":
      return {
        kind: "ok",
        bytes,
        json,
        secrets,
        revealed: false,
        omitted: json === undefined,
        chartable: json !== undefined && isChartable(method),
      };
    case "error":
      return {
        kind: "error",
        text: text ?? "",
        actions: [],
        ...(code !== undefined && { code }),
        ...(fate && { fate }),
      };
    case "cancelled":
      return { kind: "cancelled", ...(text !== undefined && { text }), ...(fate && { fate }) };
  }
}

/** Calls whose responses can be compared with this one's: of the same method, the newest first. */
export function comparableCalls(
  calls: readonly PastCall[],
  { target, sentAt }: Pick<ResponseSource, "target" | "sentAt">,
): readonly PastCall[] {
  return calls.filter(
    (call) => call.kept && call.method === target.method && call.sentAt !== sentAt,
  );
}

/** The newest of those that is older and of the same server. */
export function previousCall(
  calls: readonly PastCall[],
  shown: Pick<ResponseSource, "target" | "sentAt">,
): PastCall | undefined {
  return comparableCalls(calls, shown).find(
    ({ serverId, sentAt }) => serverId === shown.target.serverId && sentAt < shown.sentAt,
  );
}

/** The newest call of a panel. */
export function lastCall(
  calls: readonly PastCall[],
  { serverId, method }: CallTarget,
): PastCall | undefined {
  return calls.find((call) => call.serverId === serverId && call.method === method);
}

/** What a method of a server was last called with, if it was with something. */
export function lastParams(calls: readonly PastCall[], target: CallTarget): string | undefined {
  const withParams = calls.filter(({ params }) => params !== undefined);
  return lastCall(withParams, target)?.params;
}
