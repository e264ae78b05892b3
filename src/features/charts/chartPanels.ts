import * as l10n from "@vscode/l10n";
import { commands, env, l10n as vscodeL10n, type Uri, type WebviewPanel, window } from "vscode";
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
import { type Visibility } from "../../platform/visibility";
import { createPanel, type PanelPage, showPage } from "../../platform/webviewPanels";
import { type Span } from "../../shared/chartApi";
import { createFormat } from "../../shared/format";
import { systemClock } from "../../util/clock";
import { DisposableStore, disposeAll } from "../../util/disposable";
import { type Logger } from "../../util/logger";
import { defaultLayout, isChartLayout } from "./chartLayout";
import { ChartPanel } from "./chartPanel";
import { type ChartPanelContext, frameOf } from "./chartPanelContext";
import { type ExportTools } from "./chartExports";
import { pickExport } from "./pickExport";
import { pickNodes } from "./pickNodes";
import { PanelTitle } from "./panelTitle";
import { SharedLayout } from "./sharedLayout";
import {
  isPreviewState,
  membersOf,
  nameInState,
  nodesByServer,
  serverIdsOf,
  type Subject,
  subjectInState,
  subjectKey,
} from "../common/chartSubject";
import { type NodeRef } from "../common/nodeRef";

export interface ChartPanelsOptions {
  readonly extension: Uri;
  readonly fleet: Fleet;
  readonly servers: ReadonlySetting<ServersSetting>;
  readonly globalState: Memory;
  readonly thresholds: Setting<ChartThresholds>;
  readonly notifications: Pick<Notifications, "info">;
  readonly visibility: Visibility;
  readonly logger: Logger;
}

export interface OpenOptions {
  /** Wanted to be seen. */
  readonly span?: Span | undefined;
  /** In the one panel that makes room for whatever is opened next; else in a panel of its own. */
  readonly preview?: boolean;
  readonly preserveFocus?: boolean;
}

interface OpenPanel {
  readonly panel: WebviewPanel;
  charts: ChartPanel;
}

/** Every open panel of charts, one per subject; at most one is a preview. */
export class ChartPanels {
  readonly #disposables = new DisposableStore();
  readonly #open = new Set<OpenPanel>();
  readonly #context: ChartPanelContext;

  constructor(private readonly options: ChartPanelsOptions) {
    const { fleet, globalState, thresholds, logger } = options;
    const stored = new MementoValue(globalState, "charts.layout", isChartLayout, defaultLayout);
    const layout = this.#disposables.add(new SharedLayout(stored));
    const history = new HistoryStore();
    this.#context = {
      fleet,
      thresholds,
      layout,
      history,
      logger,
      translations: vscodeL10n.bundle,
      locale: env.language,
      format: createFormat(env.language),
      clock: systemClock,
      random: Math.random,
      exports: exportTools(options),
      act: (action, serverId) => {
        const server = serverId === undefined ? [] : [{ serverId }];
        void commands.executeCommand(actionCommands[action], ...server);
      },
    };
    this.#disposables.add(fleet.onDidChangeServers(() => history.keepOnly(fleet.servers)));
  }

  /** Brings the panel of the subject to the front, or opens it. */
  open(subject: Subject, options: OpenOptions = {}): void {
    const { span, preview = false, preserveFocus = false } = options;
    const known = this.#find(subject) ?? (preview ? this.#reuse(subject) : undefined);
    known?.panel.reveal(undefined, preserveFocus);
    const open = known ?? this.#create(subject, preview, preserveFocus);
    if (!preview) this.#pin(open);
    if (span !== undefined) open.charts.showSpan(span);
  }

  /** The active panel no longer makes room for others. */
  keepOpen(): void {
    const active = this.#active();
    if (active !== undefined) this.#pin(active);
  }

  /** Asks which nodes to show; a node to compare is ticked, together with those of the active panel. */
  async choose(node?: NodeRef): Promise<void> {
    const active = this.#active()?.charts.subject;
    const picked = node === undefined ? [] : [node, ...(active ? membersOf(active) : [])];
    const title = l10n.t("Nodes to Show in Charts");
    const subject = await pickNodes(this.options.fleet, title, picked);
    if (subject !== undefined) this.open(subject, { preview: subject.kind === "node" });
  }

  /**
   * A panel that was open before the window was loaded. There is nothing to show without a subject, nor
   * of servers that have gone, such as a demo.
   */
  restore(panel: WebviewPanel, state: unknown): void {
    const subject = subjectInState(state);
    if (subject === undefined || !this.#hasServerOf(subject) || this.#find(subject) !== undefined)
      panel.dispose();
    else {
      const isPreview = isPreviewState(state) && this.#preview() === undefined;
      this.#fill(panel, subject, isPreview, nameInState(state));
    }
  }

  closeServer(serverId: string): void {
    const ofServer = [...this.#open].filter(({ charts }) =>
      serverIdsOf(charts.subject).every((id) => id === serverId),
    );
    disposeAll(ofServer.map(({ panel }) => panel));
  }

  async export(): Promise<void> {
    const active = this.#active();
    if (active === undefined) return;
    const choice = await pickExport(active.panel.title);
    if (choice !== undefined) active.charts.requestExport(choice.format, choice.target);
  }

  /** The tabs stay: VS Code brings them back when the window is loaded again. */
  dispose(): void {
    disposeAll([...[...this.#open].map(({ charts }) => charts), this.#disposables]);
  }

  #page(subject: Subject, formerName = ""): PanelPage {
    return {
      name: "chart",
      viewType: panelIds.charts,
      icon: "charts",
      title: new PanelTitle(subject, (id) => this.options.fleet.get(id), formerName).fullTitle,
      loading: l10n.t("Loading…"),
    };
  }

  #hasServerOf(subject: Subject): boolean {
    const ids = serverIdsOf(subject);
    return this.options.servers.value.servers.some(({ baseUrl }) => ids.includes(baseUrl));
  }

  #find(subject: Subject): OpenPanel | undefined {
    const key = subjectKey(subject);
    return [...this.#open].find(({ charts }) => subjectKey(charts.subject) === key);
  }

  #active(): OpenPanel | undefined {
    return [...this.#open].find(({ panel }) => panel.active);
  }

  #preview(): OpenPanel | undefined {
    return [...this.#open].find(({ charts }) => charts.isPreview);
  }

  #create(subject: Subject, preview: boolean, preserveFocus: boolean): OpenPanel {
    return this.#fill(createPanel(this.#page(subject), preserveFocus), subject, preview);
  }

  #fill(panel: WebviewPanel, subject: Subject, preview: boolean, formerName = ""): OpenPanel {
    const charts = new ChartPanel(subject, frameOf(panel), this.#context, preview, formerName);
    const open: OpenPanel = { panel, charts };
    this.#open.add(open);
    panel.onDidChangeViewState(() => this.#update());
    panel.onDidDispose(() => {
      open.charts.dispose();
      this.#open.delete(open);
      this.#update();
    });
    // After the listeners: the page may send messages as soon as it is loaded.
    showPage(panel, this.options.extension, this.#page(subject, formerName));
    this.#update();
    return open;
  }

  /** The preview with another subject: its page is reused, unless there is no setup to send yet. */
  #reuse(subject: Subject): OpenPanel | undefined {
    const open = this.#preview();
    if (open === undefined) return undefined;
    const { panel, charts: former } = open;
    former.dispose();
    open.charts = new ChartPanel(subject, frameOf(panel), this.#context, true);
    const page = this.#page(subject);
    panel.title = page.title;
    if (former.isReady && !open.charts.takeOver()) showPage(panel, this.options.extension, page);
    this.#update();
    return open;
  }

  #pin({ charts }: OpenPanel): void {
    if (charts.isPreview) charts.keepOpen();
    this.#update();
  }

  #update(): void {
    const visible = [...this.#open].filter(({ panel }) => panel.visible);
    this.options.visibility.set(visible.length > 0);
    const subjects = visible.map(({ charts }) => charts.subject);
    this.options.fleet.setVisibleNodes("charts", nodesByServer(subjects));
    setContextKey(contextKeys.chartsPreview, this.#active()?.charts.isPreview ?? false);
  }
}

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
