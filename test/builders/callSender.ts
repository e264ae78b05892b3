import { CallSender, type SenderParts, type SendOptions } from "../../src/features/call/callSender";
import { type CallTarget } from "../../src/features/common/callTarget";
import { type PastCall } from "../../src/features/requests/store/pastCall";
import { type Credential } from "../../src/komari/credential";
import { createMethodSpec } from "../../src/komari/methods/createMethodSpec";
import { maskParams, maskResult } from "../../src/komari/redact/maskSecrets";
import { type MethodSpec } from "../../src/shared/call/methodSpec";
import { silentLogger } from "../../src/util/logger";
import { buildCalledServer, type ReceivedCall } from "./callServer";
import { FakeClock } from "./fakeClock";

/** What the server answers: JSON of a result, or an error. */
export type Responder = (call: ReceivedCall, signal: AbortSignal | undefined) => Promise<string>;

/** A sender to one server, and what became of it: calls received and remembered, questions asked. */
export function createCallSender(
  response: Responder,
  options: Partial<SenderParts> & {
    readonly spec?: Partial<MethodSpec>;
    readonly credential?: Credential;
    readonly methods?: readonly string[];
  } = {},
) {
  const { spec, credential, methods, ...parts } = options;
  const { server, received, reread } = buildCalledServer({
    response,
    ...(credential && { credential }),
    ...(methods && { methods }),
  });
  const remembered: {
    readonly call: Omit<PastCall, "id" | "kept">;
    response: string | undefined;
  }[] = [];
  const requested: unknown[] = [];
  const sender = new CallSender({
    serverOf: (id) => (id === server.id ? server : undefined),
    specOf: (_server, method) => ({ ...createMethodSpec(method, undefined), ...spec }),
    isReadOnly: () => false,
    confirm: (question) => {
      requested.push(question);
      return Promise.resolve(true);
    },
    askCode: () => Promise.resolve(undefined),
    mask: maskResult,
    maskParams,
    remember: (call, kept) => void remembered.push({ call, response: kept }),
    clock: new FakeClock(1000),
    logger: silentLogger,
    ...parts,
  });
  const send = (target: Partial<CallTarget> = {}, sending: Partial<SendOptions> = {}) =>
    sender.send(
      { serverId: server.id, method: "common:getNodes", ...target },
      { timeoutMs: 1000, signal: new AbortController().signal, attended: true, ...sending },
    );
  return { send, received, reread, remembered, requested };
}
