import * as l10n from "@vscode/l10n";
import { commands, env, l10n as vscodeL10n, type Uri, window } from "vscode";
import { commandIds, contextKeys, panelIds } from "../../manifest/contributions";
import { type Fleet } from "../../fleet/fleet";
import { HistoryStore } from "../../fleet/history/historyStore";
import { type ChartThresholds } from "../../settings/thresholds";
import { setContextKey } from "../../platform/contextKeys";
import { type ServersSetting } from "../../settings/config";
import { MementoValue, type Memory } from "../../platform/mementoValue";
import { type Notifications } from "../../platform/notifications";
import { saveFile } from "../../platform/saveFile";
import { type ReadonlySetting, type Setting } from "../../settings/setting";
import { type OpenPanel, PanelSet } from "../../platform/panels/panelSet";
import { openWebviewTab } from "../../platform/panels/webviewTab";
import { type HeadAction, type Span } from "../../shared/chartApi";
import { createFormat } from "../../shared/format";
import { systemClock } from "../../util/clock";
import { type Disposable, DisposableStore } from "../../util/disposable";
import { type Logger } from "../../util/logger";
import { defaultLayout, isChartLayout, SharedLayout } from "./chartLayout";
import { ChartPanel, type ChartPanelContext } from "./chartPanel";
import { type ExportTools } from "./chartExports";
import { pickExport } from "../common/export/pickExport";
import { pickNodes } from "./chartPickers";
import { type HeadSources } from "./nodeHeadFeed";
import { PanelTitle } from "./panelTitle";
import {
  isPreviewState,
  membersOf,
  nameInState,
  nodesByServer,
  serverIdsOf,
  type Subject,
  subjectInState,
  subjectKey,
  subjectOf,
} from "../common/chartSubject";
import { type NodeRef } from "../common/nodeRef";
import { Regions } from "../nodes/arrange/regions";

export interface ChartPanelsOptions {
  readonly extension: Uri;
  readonly fleet: Fleet;
  readonly servers: ReadonlySetting<ServersSetting>;
  readonly globalState: Memory;
  readonly thresholds: Setting<ChartThresholds>;
  readonly favorites: HeadSources["favorites"];
  readonly siblingsOf: HeadSources["siblingsOf"];
  readonly notifications: Pick<Notifications, "info">;
  readonly logger: Logger;
}

export interface OpenOptions {
  /** Wanted to be seen. */
  readonly span?: Span | undefined;
  /** In the one panel that makes room for whatever is opened next; else in a panel of its own. */
  readonly preview?: boolean;
  readonly preserveFocus?: boolean;
}

type OpenCharts = OpenPanel<Subject, ChartPanel>;

/** Panels of charts, one per subject; at most one is a preview. */
export class ChartPanels implements Disposable {
  readonly #disposables = new DisposableStore();
  readonly panels: PanelSet<Subject, ChartPanel>;

  constructor(private readonly options: ChartPanelsOptions) {
    const { fleet, servers, extension } = options;
    const context = this.#createContext();
    const titleOf = (subject: Subject, state: unknown) =>
      new PanelTitle(subject, (id) => fleet.get(id), nameInState(state)).fullTitle;
    this.panels = this.#disposables.add(
      new PanelSet<Subject, ChartPanel>({
        page: {
          name: "chart",
          viewType: panelIds.charts,
          icon: "charts",
          loading: l10n.t("Loading…"),
        },
        openTab: (...tab) => openWebviewTab(extension, ...tab),
        keyOf: subjectKey,
        titleOf,
        serversOf: serverIdsOf,
        hasServer: (id) => servers.value.servers.some(({ baseUrl }) => baseUrl === id),
        subjectIn: subjectInState,
        create: (subject, frame, state) => {
          // A new panel is a preview until it is pinned.
          const mayPreview = state === undefined || isPreviewState(state);
          const isPreview = mayPreview && this.#preview === undefined;
          return new ChartPanel(subject, frame, context, isPreview, nameInState(state));
        },
      }),
    );
    this.#disposables.add(this.panels.onDidChange(() => this.#update()));
  }

  /** Brings the panel of the subject to the front, or opens it. */
  open(subject: Subject, options: OpenOptions = {}): void {
    const { span, preview = false, preserveFocus = false } = options;
    const replaced = preview ? this.#replacePreview(subject) : undefined;
    replaced?.tab.reveal(preserveFocus);
    const open = replaced ?? this.panels.open(subject, preserveFocus);
    if (!preview) this.#pin(open);
    if (span !== undefined) open.content.showSpan(span);
  }

  /** The active panel no longer makes room for others. */
  keepOpen(): void {
    const { active } = this.panels;
    if (active !== undefined) this.#pin(active);
  }

  /** Asks which nodes to show; a node to compare is ticked, together with those of the active panel. */
  async choose(node?: NodeRef): Promise<void> {
    const active = this.panels.active?.subject;
    const picked = node === undefined ? [] : [node, ...(active ? membersOf(active) : [])];
    const title = l10n.t("Nodes to Show in Charts");
    const subject = await pickNodes(this.options.fleet, title, picked);
    if (subject !== undefined) this.open(subject, { preview: subject.kind === "node" });
  }

  async export(): Promise<void> {
    const { active } = this.panels;
    if (active === undefined) return;
    const choice = await pickExport(l10n.t("Export Charts of {0}", active.tab.title), [
      "csv",
      "json",
      "png",
    ]);
    if (choice !== undefined) active.content.requestExport(choice.format, choice.target);
  }

  dispose(): void {
    this.#disposables.dispose();
  }

  get #preview(): OpenCharts | undefined {
    return this.panels.all.find(({ content }) => content.isPreview);
  }

  /** Shows a subject without a panel in the preview: its page is reused, unless there is no setup to send yet. */
  #replacePreview(subject: Subject): OpenCharts | undefined {
    const former = this.#preview;
    if (former === undefined || this.panels.find(subject) !== undefined) return undefined;
    const open = this.panels.replace(former, subject);
    if (former.content.isReady && !open.content.takeOver()) this.panels.reload(open);
    return open;
  }

  /** One that is open already comes to the front. */
  #showInstead(subject: Subject, other: Subject): void {
    const shown = this.panels.find(subject);
    if (shown === undefined || this.panels.find(other) !== undefined) {
      this.panels.open(other);
      return;
    }
    const open = this.panels.replace(shown, other);
    if (!open.content.takeOver()) this.panels.reload(open);
  }

  async #actOnNode(action: HeadAction, node: NodeRef): Promise<void> {
    const row = { kind: "node", ...node };
    if (action === "compare") await this.choose(node);
    else await commands.executeCommand(headCommands[action], row, [row]);
  }

  #pin({ content }: OpenCharts): void {
    if (content.isPreview) content.keepOpen();
    this.#update();
  }

  #update(): void {
    const visible = this.panels.all.filter(({ tab }) => tab.visible);
    const subjects = visible.map(({ subject }) => subject);
    this.options.fleet.setVisibleNodes("charts", nodesByServer(subjects));
    setContextKey(contextKeys.chartsPreview, this.panels.active?.content.isPreview ?? false);
  }

  #createContext(): ChartPanelContext {
    const { fleet, globalState, thresholds, favorites, siblingsOf, logger } = this.options;
    const stored = new MementoValue(globalState, "charts.layout", isChartLayout, defaultLayout);
    const history = new HistoryStore();
    this.#disposables.add(fleet.onDidChangeServers(() => history.keepOnly(fleet.servers)));
    return {
      fleet,
      thresholds,
      layout: this.#disposables.add(new SharedLayout(stored)),
      history,
      logger,
      translations: vscodeL10n.bundle,
      locale: env.language,
      format: createFormat(env.language),
      clock: systemClock,
      random: Math.random,
      exports: exportTools(this.options),
      openNode: (node) => {
        const subject = subjectOf("", [node]);
        if (subject !== undefined) this.open(subject, { preview: true });
      },
      head: { favorites, siblingsOf, regions: new Regions(env.language) },
      actOnNode: (action, node) => this.#actOnNode(action, node),
      showInstead: (subject, other) => this.#showInstead(subject, other),
      act: async (action, serverId) => {
        const server = serverId === undefined ? [] : [{ serverId }];
        await commands.executeCommand(actionCommands[action], ...server);
      },
    };
  }
}

const headCommands = {
  addFavorite: commandIds.addFavorite,
  removeFavorite: commandIds.removeFavorite,
  callMethod: commandIds.callMethod,
  openDashboard: commandIds.openNodeInDashboard,
  copyUuid: commandIds.copyNodeUuid,
  copyIpv4: commandIds.copyNodeIpv4,
  copyIpv6: commandIds.copyNodeIpv6,
} as const;

const actionCommands = {
  reconnect: commandIds.reconnectServer,
  signIn: commandIds.signIn,
  showLog: commandIds.showLog,
} as const;

function exportTools({ notifications }: ChartPanelsOptions): ExportTools {
  return {
    save: saveFile,
    copy: (text) => env.clipboard.writeText(text),
    saved: (file) =>
      notifications.info(l10n.t("Charts saved."), {
        title: l10n.t("Open"),
        run: () => commands.executeCommand("vscode.open", file),
      }),
    copied: () => void window.setStatusBarMessage(l10n.t("Copied"), copiedMessageMs),
  };
}

const copiedMessageMs = 3_000;
