import * as l10n from "@vscode/l10n";
import { env, l10n as vscodeL10n, type Uri } from "vscode";
import { panelIds } from "../../manifest/contributions";
import { type Fleet } from "../../fleet/fleet";
import { maskParams, maskResult } from "../../komari/redact/maskSecrets";
import { type ServerConfig, type ServersSetting } from "../../settings/config";
import { type Notifications } from "../../platform/notifications";
import { type ReadonlySetting, type Setting } from "../../settings/setting";
import { PanelSet } from "../../platform/panels/panelSet";
import { openWebviewTab } from "../../platform/panels/webviewTab";
import { shownName } from "../../shared/shownName";
import { systemClock } from "../../util/clock";
import { type Disposable, DisposableStore } from "../../util/disposable";
import { Emitter } from "../../util/emitter";
import { type Logger } from "../../util/logger";
import { type MethodStore } from "../methods/store/methodStore";
import { type LoadedRequests } from "../requests/loadedRequests";
import { askCode, CallActions } from "./callActions";
import { callKey, targetInState, type CallTarget } from "../common/callTarget";
import { CallPanel, type CallPanelContext } from "./callPanel";
import { CallSender, type SenderParts } from "./callSender";
import { callSetup } from "./callSetup";
import { type ChartTarget } from "./chartTarget";
import { responseRecord, lastCall, lastParams } from "./pastResponse";
import { serverNames } from "./serverNames";
import { runOnServers } from "./runOnServers";

export interface CallPanelsOptions {
  readonly extension: Uri;
  readonly fleet: Fleet;
  readonly methods: MethodStore;
  readonly requests: LoadedRequests;
  readonly servers: ReadonlySetting<ServersSetting>;
  readonly timeoutMs: Setting<number>;
  readonly notifications: Notifications;
  readonly chart: (target: ChartTarget) => Promise<void>;
  readonly logger: Logger;
}

/** Panels that call, one per method of a server. */
export class CallPanels implements Disposable {
  readonly #disposables = new DisposableStore();
  readonly panels: PanelSet<CallTarget, CallPanel>;
  readonly #setupChanged = this.#disposables.add(new Emitter<undefined>());

  constructor(private readonly options: CallPanelsOptions) {
    const { extension, fleet, methods, servers, timeoutMs } = options;
    const context = this.#createContext();
    this.panels = this.#disposables.add(
      new PanelSet<CallTarget, CallPanel>({
        page: {
          name: "call",
          viewType: panelIds.call,
          icon: "call",
          loading: l10n.t("Loading…"),
        },
        openTab: (...tab) => openWebviewTab(extension, ...tab),
        keyOf: callKey,
        titleOf: context.titleOf,
        serversOf: ({ serverId }) => [serverId],
        hasServer: (id) => this.#configOf(id) !== undefined,
        subjectIn: targetInState,
        create: (target, frame) => {
          void methods.load(target.serverId);
          return new CallPanel(target, frame, context);
        },
      }),
    );
    const changed = () => this.#setupChanged.fire(undefined);
    this.#disposables.add(fleet.onDidChangeServers(changed));
    this.#disposables.add(servers.onDidChange(changed));
    this.#disposables.add(timeoutMs.onDidChange(changed));
    this.#disposables.add(methods.onDidChange(changed));
    this.#disposables.add(
      fleet.onDidChange(({ change }) => {
        if (change.kind === "session" || change.structure) changed();
      }),
    );
  }

  /** Reveals or opens the panel of this method; parameters replace those of the form. */
  open(target: CallTarget, send = false): void {
    const isNew = this.panels.find(target) === undefined;
    const { content } = this.panels.open(target);
    const isBare = target.params === undefined && !send;
    if (!isBare) content.fill(target.params, send);
    else if (isNew) void this.#recall(target);
  }

  dispose(): void {
    this.#disposables.dispose();
  }

  /** Fills in the last parameters of an undocumented method. */
  async #recall(target: CallTarget): Promise<void> {
    const { methods, requests } = this.options;
    await methods.load(target.serverId);
    if (!methods.spec(target.serverId, target.method).undocumented) return;
    const params = lastParams(requests.history.calls, target);
    if (params !== undefined) this.panels.find(target)?.content.fill(params, false);
  }

  #createContext(): CallPanelContext {
    const { fleet, methods, requests, notifications, chart, logger } = this.options;
    const parts = this.#senderParts();
    const sender = new CallSender(parts);
    return {
      sender,
      logger,
      actions: new CallActions({
        fleet,
        methods,
        requests,
        notifications,
        chart,
        // Another server is called without its form: the user confirms as for unattended calls.
        send: (target, signal) =>
          sender.send(target, { timeoutMs: this.options.timeoutMs.value, signal, attended: false }),
      }),
      titleOf: ({ serverId, method }) =>
        `${shownName(method)} — ${shownName(fleet.get(serverId)?.name ?? serverId)}`,
      setupOf: (target) => this.#setupOf(target),
      namesOf: ({ serverId }) => {
        const server = fleet.get(serverId);
        return server === undefined ? { nodes: [], tasks: [] } : serverNames(server);
      },
      onDidChangeSetup: this.#setupChanged.event,
      lastResponse: async (target) => {
        const call = lastCall(requests.history.calls, target);
        return call && responseRecord(call, requests.history);
      },
      sendToServers: (target, servers, options, events) =>
        runOnServers(target, servers, options, events, { ...parts, sender }),
    };
  }

  #senderParts(): SenderParts {
    const { fleet, methods, requests, notifications, logger } = this.options;
    return {
      askCode,
      logger,
      maskParams,
      mask: maskResult,
      clock: systemClock,
      serverOf: (id) => fleet.get(id),
      specOf: (serverId, method) => methods.spec(serverId, method),
      isReadOnly: (serverId) => this.#isReadOnly(serverId),
      confirm: ({ text, detail, yes }) => notifications.confirm(text, detail, yes),
      remember: (call, result) => void requests.history.add(call, result),
    };
  }

  #configOf(serverId: string): ServerConfig | undefined {
    return this.options.servers.value.servers.find(({ baseUrl }) => baseUrl === serverId);
  }

  #isReadOnly(serverId: string): boolean {
    return this.#configOf(serverId)?.readOnly === true;
  }

  #setupOf(target: CallTarget) {
    const { fleet, methods, timeoutMs, requests } = this.options;
    const { serverId, method } = target;
    return callSetup(target, {
      server: fleet.get(serverId),
      hasOtherServers: fleet.servers.some(({ id }) => id !== serverId),
      readOnly: this.#isReadOnly(serverId),
      listed: methods.get(serverId).methods,
      spec: methods.spec(serverId, method),
      timeoutMs: timeoutMs.value,
      lastParams: lastParams(requests.history.calls, target),
      translations: vscodeL10n.bundle,
      locale: env.language,
    });
  }
}
