import * as l10n from "@vscode/l10n";
import { commands, env, window } from "vscode";
import { commandIds } from "../../manifest/contributions";
import { type Fleet } from "../../fleet/fleet";
import { type Notifications } from "../../platform/notifications";
import { pickItems } from "../../platform/quickInput/pickItems";
import { plainLabel, plainText } from "../../platform/plainText";
import { quickInputs } from "../../platform/quickInput/quickInputs";
import { saveFile } from "../../platform/saveFile";
import { rpcPath } from "../../rpc/endpoint";
import { type CallAction, type SnippetFormat } from "../../shared/call/callApi";
import { createFormat } from "../../shared/format";
import { shownName } from "../../shared/shownName";
import { type LoadedRequests } from "../requests/loadedRequests";
import { type AnswerTools } from "./answerActions";
import { type SentCall } from "./sentCall";
import { type CallTarget } from "../common/callTarget";
import { type ChartTarget } from "./chartTarget";
import { type AnswerSource } from "./panelAnswers";
import { previousCall, comparableCalls, answerSource } from "./pastAnswer";
import { snippet } from "./snippets/snippet";

const actionCommands = {
  signIn: commandIds.signIn,
  reconnect: commandIds.reconnectServer,
  openDashboard: commandIds.openDashboard,
  showLog: commandIds.showLog,
  editServer: commandIds.editServer,
  useHttps: commandIds.editServer,
} as const;

/** @param httpsUrl for `useHttps`. */
export function act(action: CallAction, serverId: string, httpsUrl: string | undefined): void {
  const url = action === "useHttps" ? httpsUrl : undefined;
  void commands.executeCommand(actionCommands[action], { serverId, url });
}

export async function copyText(text: string): Promise<void> {
  await env.clipboard.writeText(text);
  window.setStatusBarMessage(l10n.t("Copied"), copiedMs);
}

const copiedMs = 3_000;

/**
 * The snippet reads the credentials of the server from environment variables.
 * @param target its params without secrets.
 */
export async function copySnippet(
  fleet: Pick<Fleet, "get">,
  { serverId, method, params }: CallTarget,
  format: SnippetFormat,
): Promise<void> {
  const sign = fleet.get(serverId)?.session.credential.kind ?? "guest";
  await copyText(snippet(format, { url: serverId + rpcPath, method, params, sign }));
}

/** Prompts for one of these servers, or several; undefined if cancelled. */
export function pickServers(
  servers: Fleet["servers"],
  title: string,
  many: boolean,
): Promise<readonly { readonly id: string; readonly name: string }[] | undefined> {
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

export interface AnswerToolsParts {
  readonly fleet: Pick<Fleet, "servers">;
  readonly requests: Pick<LoadedRequests, "documents" | "history" | "pickResponse">;
  readonly notifications: Pick<Notifications, "info" | "warn" | "progress">;
  readonly chart: (target: ChartTarget) => Promise<void>;
  readonly send: (target: CallTarget, signal: AbortSignal) => Promise<SentCall>;
}

export function answerTools(parts: AnswerToolsParts): AnswerTools {
  const { requests, notifications, chart } = parts;
  const { history, documents } = requests;
  const format = createFormat(env.language);
  return {
    open: (answer) => documents.open(answer),
    compare: (left, right) => documents.compare(left, right),
    save: saveFile,
    saved: (file) =>
      notifications.info(l10n.t("Response saved."), {
        title: l10n.t("Open"),
        run: () => commands.executeCommand("vscode.open", file),
      }),
    copy: copyText,
    chart,
    fromServer: (target) => fromServer(target, parts),
    fromHistory: async (shown) => {
      const calls = comparableCalls(history.calls, shown);
      if (calls.length === 0)
        notifications.info(l10n.t("The history has no other response of this method."));
      const call = calls.length === 0 ? undefined : await requests.pickResponse(calls);
      return call && answerSource(call, history);
    },
    previousInHistory: (shown) => {
      const call = previousCall(history.calls, shown);
      return Promise.resolve(call && answerSource(call, history));
    },
    inform: (message) => notifications.info(message),
    time: (milliseconds) => format.dateTime(milliseconds),
  };
}

/** Sends the same request to another server that the user selects. */
async function fromServer(
  target: CallTarget,
  { fleet, notifications, send }: AnswerToolsParts,
): Promise<AnswerSource | undefined> {
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
  return { target: call.target, serverName, sentAt, json: () => outcome.answer.text(false) };
}
