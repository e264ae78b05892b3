import { ReceivedResult, type SentCall } from "../../../../src/features/call/sentCall";
import { type CallTarget } from "../../../../src/features/common/callTarget";
import { CallPanel, type CallPanelContext } from "../../../../src/features/call/callPanel";
import { type SendOptions } from "../../../../src/features/call/callSender";
import { callSetup } from "../../../../src/features/call/callSetup";
import { type ResponseSource } from "../../../../src/features/call/panelCalls";
import { maskResult } from "../../../../src/komari/redact/maskSecrets";
import { type CallResponse } from "../../../../src/shared/call/callApi";
import { Visibility } from "../../../../src/platform/panels/visibility";
import { Emitter } from "../../../../src/util/emitter";
import { silentLogger } from "../../../../src/util/logger";
import { buildMethodSpec } from "../../../builders/methods";

export const target = { serverId: "https://a.example", method: "admin:getClientToken" };

interface Posted {
  readonly method?: string;
  readonly params?: unknown;
  readonly id?: number;
  readonly ok?: boolean;
  readonly result?: unknown;
}

interface Sending {
  readonly target: CallTarget;
  readonly options: SendOptions;
  readonly end: (json: string) => void;
}

interface HarnessKnobs extends Partial<Omit<CallPanelContext, "actions">> {
  readonly actions?: Partial<CallPanelContext["actions"]>;
}

export function sentCall(of: CallTarget, json: string): SentCall {
  const result = new ReceivedResult(of.method, Buffer.from(json), maskResult);
  return {
    target: of,
    serverName: "Alpha",
    sentAt: 5,
    tookMs: 12,
    transport: "http",
    outcome: { kind: "ok", result },
  };
}

export function createCallPanelHarness({ actions, ...changes }: HarnessKnobs = {}) {
  const messages = new Emitter<unknown>();
  const setupChanged = new Emitter<undefined>();
  const posted: Posted[] = [];
  const titles: string[] = [];
  const sending: Sending[] = [];
  const acted: { readonly shown: ResponseSource; readonly previous: ResponseSource | undefined }[] =
    [];
  let others = false;
  const context: CallPanelContext = {
    namesOf: () => ({ nodes: [], tasks: [] }),
    sender: {
      send: (callTarget, options) =>
        new Promise((resolve) => {
          sending.push({
            target: callTarget,
            options,
            end: (json) => resolve(sentCall(callTarget, json)),
          });
        }),
    },
    titleOf: ({ method }) => method,
    setupOf: (callTarget) =>
      callSetup(callTarget, {
        server: undefined,
        hasOtherServers: others,
        readOnly: false,
        timeoutMs: 30_000,
        listed: undefined,
        spec: buildMethodSpec(callTarget.method),
        translations: undefined,
        locale: "en",
      }),
    onDidChangeSetup: setupChanged.event,
    lastResponse: () => Promise.resolve(undefined),
    actions: {
      pick: () => Promise.resolve(["a"]),
      pickServers: () => Promise.resolve([{ id: target.serverId, name: "Alpha" }]),
      actOnResponse: (_action, shown, previous) => {
        acted.push({ shown, previous });
        return Promise.resolve();
      },
      copySnippet: () => Promise.resolve(),
      copyText: () => Promise.resolve(),
      saveRequest: () => Promise.resolve(),
      act: () => Promise.resolve(),
      ...actions,
    },
    sendToServers: () => Promise.resolve(undefined),
    logger: silentLogger,
    ...changes,
  };
  const port = {
    postMessage: (message: unknown) => {
      posted.push(message as Posted);
      return Promise.resolve(true);
    },
    onDidReceiveMessage: messages.event,
  };
  const visibility = new Visibility();
  const frame = {
    port,
    visible: true,
    onDidChangeVisibility: visibility.onDidChangeVisibility,
    setTitle: (title: string) => void titles.push(title),
  };
  const hidePage = () => {
    visibility.set(true);
    visibility.set(false);
  };
  const panel = new CallPanel(target, frame, context);
  const receive = (method: string, params?: unknown, id?: number) =>
    messages.fire({ method, params, ...(id !== undefined && { id }) });
  const sentMessages = (method: string) =>
    posted.filter((each) => each.method === method).map(({ params }) => params);
  const setOthers = (value: boolean) => {
    others = value;
    setupChanged.fire(undefined);
  };
  return { panel, hidePage, titles, receive, sentMessages, posted, sending, acted, setOthers };
}

export const call = (id: number, params?: string) => ({ id, params, timeoutSeconds: 30 });
export const responsesIn = (messages: readonly unknown[]) => messages as readonly CallResponse[];
