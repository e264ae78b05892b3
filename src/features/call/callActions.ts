import * as l10n from "@vscode/l10n";
import { commands, env, window } from "vscode";
import { commandIds } from "../../manifest/contributions";
import { type Fleet } from "../../fleet/fleet";
import { maskParams } from "../../komari/redact/maskSecrets";
import { type Notifications } from "../../platform/notifications";
import { pickItems } from "../../platform/quickInput/pickItems";
import { plainLabel, plainText } from "../../platform/plainText";
import { quickInputs } from "../../platform/quickInput/quickInputs";
import { saveFile } from "../../platform/saveFile";
import { rpcPath } from "../../rpc/endpoint";
import {
  type CallAction,
  type PickRequest,
  type ResponseAction,
  type SnippetFormat,
} from "../../shared/call/callApi";
import { createFormat } from "../../shared/format";
import { shownName } from "../../shared/shownName";
import { type CallTarget } from "../common/callTarget";
import { type MethodStore } from "../methods/store/methodStore";
import { type LoadedRequests } from "../requests/loadedRequests";
import { httpsUrlOf } from "./callSetup";
import { type ChartTarget } from "./chartTarget";
import { type ResponseSource } from "./panelCalls";
import { comparableCalls, previousCall, responseSource } from "./pastResponse";
import { candidatesFor, pickValues } from "./pickValues";
import { actOnResponse, type ResponseTools } from "./responseActions";
import { type ServerChoice } from "./runOnServers";
import { type SentCall } from "./sentCall";
import { snippet } from "./snippets";

export interface CallActionsParts {
  readonly fleet: Fleet;
  readonly methods: MethodStore;
  readonly requests: LoadedRequests;
  readonly notifications: Pick<Notifications, "info" | "warn" | "progress">;
  readonly chart: (target: ChartTarget) => Promise<void>;
  /** Sends a call without its form. */
  readonly send: (target: CallTarget, signal: AbortSignal) => Promise<SentCall>;
}

const actionCommands = {
  signIn: commandIds.signIn,
  reconnect: commandIds.reconnectServer,
  openDashboard: commandIds.openDashboard,
  showLog: commandIds.showLog,
  editServer: commandIds.editServer,
  useHttps: commandIds.editServer,
} as const;

const copiedMessageMs = 3_000;

/** What users do in a call panel besides sending. Rejections are for the page to show. */
export class CallActions {
  readonly #format = createFormat(env.language);
  readonly #tools: ResponseTools;

  constructor(private readonly parts: CallActionsParts) {
    this.#tools = this.#createTools();
  }

  /** @param httpsUrl of the error that is shown; undefined: that of the server's problem. */
  async act(action: CallAction, serverId: string, httpsUrl: string | undefined): Promise<void> {
    const state = this.parts.fleet.get(serverId)?.session.state;
    const url = action === "useHttps" ? (httpsUrl ?? httpsUrlOf(state)) : undefined;
    await commands.executeCommand(actionCommands[action], { serverId, url });
  }

  async copyText(text: string): Promise<void> {
    await env.clipboard.writeText(text);
    window.setStatusBarMessage(l10n.t("Copied"), copiedMessageMs);
  }

  /** The snippet has no secrets and reads the credentials of the server from environment variables. */
  async copySnippet(target: CallTarget, format: SnippetFormat): Promise<void> {
    const { serverId, method, params } = this.#withoutSecrets(target);
    const sign = this.parts.fleet.get(serverId)?.session.credential.kind ?? "guest";
    await this.copyText(snippet(format, { url: serverId + rpcPath, method, params, sign }));
  }

  async saveRequest(target: CallTarget): Promise<void> {
    await this.parts.requests.commands.saveTarget(this.#withoutSecrets(target));
  }

  /** Values for a parameter; undefined if cancelled. */
  async pick(target: CallTarget, request: PickRequest): Promise<readonly string[] | undefined> {
    const { fleet, methods } = this.parts;
    const server = fleet.get(target.serverId);
    if (server === undefined) return undefined;
    const names = (methods.get(target.serverId).methods ?? []).map(({ name }) => name);
    const collator = new Intl.Collator(env.language, { numeric: true });
    const candidates = candidatesFor(request.picker, server, names, collator);
    const place = { method: target.method, server: server.name };
    return pickValues(quickInputs, request, place, candidates);
  }

  /** Prompts for the servers to call a method on; none if cancelled. */
  async pickServers(method: string): Promise<readonly ServerChoice[]> {
    const title = l10n.t("Servers for {0}", method);
    return (await pickServers(this.parts.fleet.servers, title, true)) ?? [];
  }

  actOnResponse(
    action: ResponseAction,
    shown: ResponseSource,
    previous: ResponseSource | undefined,
  ): Promise<void> {
    return actOnResponse(action, shown, previous, this.#tools);
  }

  #createTools(): ResponseTools {
    const { requests, notifications, chart } = this.parts;
    const { history, documents } = requests;
    return {
      open: (response) => documents.open(response),
      compare: (left, right) => documents.compare(left, right),
      save: saveFile,
      saved: (file) =>
        notifications.info(l10n.t("Response saved."), {
          title: l10n.t("Open"),
          run: () => commands.executeCommand("vscode.open", file),
        }),
      copy: (text) => this.copyText(text),
      chart,
      fromServer: (target) => this.#fromServer(target),
      fromHistory: async (shown) => {
        const calls = comparableCalls(history.calls, shown);
        if (calls.length === 0)
          notifications.info(l10n.t("The history has no other response of this method."));
        const call = calls.length === 0 ? undefined : await requests.pickResponse(calls);
        return call && responseSource(call, history);
      },
      previousInHistory: (shown) => {
        const call = previousCall(history.calls, shown);
        return Promise.resolve(call && responseSource(call, history));
      },
      inform: (message) => notifications.info(message),
      time: (milliseconds) => this.#format.dateTime(milliseconds),
    };
  }

  /** Sends the same request to another server that the user selects. */
  async #fromServer(target: CallTarget): Promise<ResponseSource | undefined> {
    const { fleet, notifications, send } = this.parts;
    const others = fleet.servers.filter(({ id }) => id !== target.serverId);
    const title = l10n.t("Compare {0} With Another Server", target.method);
    const [server] = (await pickServers(others, title, false)) ?? [];
    if (server === undefined) return undefined;
    const call = await notifications.progress(
      l10n.t("Calling {0} on {1}…", shownName(target.method), server.name),
      (signal) => send({ ...target, serverId: server.id }, signal),
    );
    const { outcome, serverName, sentAt } = call;
    if (outcome.kind === "error") notifications.warn(outcome.text);
    if (outcome.kind !== "ok") return undefined;
    return { target: call.target, serverName, sentAt, json: () => outcome.result.text(false) };
  }

  #withoutSecrets(target: CallTarget): CallTarget {
    const { serverId, method, params } = target;
    if (params === undefined) return target;
    return { ...target, params: maskParams(this.parts.methods.spec(serverId, method), params) };
  }
}

/** Prompts for one of these servers, or several; undefined if cancelled. */
function pickServers(
  servers: Fleet["servers"],
  title: string,
  many: boolean,
): Promise<readonly ServerChoice[] | undefined> {
  return pickItems(quickInputs, {
    title: plainText(title),
    placeholder: many ? l10n.t("Select one or more servers") : l10n.t("Select another server"),
    many,
    items: servers.map(({ id, name }) => {
      return { key: id, id, name, label: plainLabel(name), description: id };
    }),
    picked: servers.map(({ id }) => id),
  });
}

/** A code of the second factor, to be sent with one call; undefined: cancelled. */
export async function askCode(
  method: string,
  server: string,
  wrong: boolean,
): Promise<string | undefined> {
  const code = await window.showInputBox({
    title: plainText(l10n.t("Two-Factor Code for {0} on {1}", shownName(method), server)),
    placeHolder: "123456",
    prompt: wrong
      ? l10n.t("The code was not accepted. Codes change every 30 seconds.")
      : l10n.t("This call needs a code from your authenticator app."),
    ignoreFocusOut: true,
    validateInput: (text) =>
      /^\s*\S+\s*$/.test(text) ? undefined : l10n.t("Enter the code without spaces."),
  });
  return code?.trim();
}
