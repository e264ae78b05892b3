import * as l10n from "@vscode/l10n";
import { commands, env, l10n as vscodeL10n, type Uri, type WebviewPanel, window } from "vscode";
import { commandIds, panelIds } from "../../contributions";
import { type Fleet } from "../../fleet/fleet";
import { HistoryStore } from "../../fleet/history/historyStore";
import { type ChartThresholds } from "../../platform/thresholds";
import { MementoValue, type Memory } from "../../platform/mementoValue";
import { type Notifications } from "../../platform/notifications";
import { saveFile } from "../../platform/saveFile";
import { type Setting } from "../../platform/setting";
import { type Visibility } from "../../platform/viewed";
import { createPanel, type PanelPage, showPage } from "../../platform/webviewPanels";
import { type Span } from "../../shared/chartApi";
import { createFormat } from "../../shared/format";
import { systemClock } from "../../util/clock";
import { DisposableStore } from "../../util/disposable";
import { type Logger } from "../../util/logger";
import { defaultLayout, isChartLayout } from "./chartLayout";
import { ChartPanel, type ChartPanelContext, type PanelFrame } from "./chartPanel";
import { type ExportTools } from "./chartExports";
import { pickExport } from "./pickExport";
import { pickNodes } from "./pickNodes";
import { panelTitle } from "./panelTitle";
import { SharedLayout } from "./sharedLayout";
import { type Subject, subjectInState, subjectKey } from "./subject";

export interface ChartPanelsOptions {
  readonly extension: Uri;
  readonly fleet: Fleet;
  readonly globalState: Memory;
  readonly thresholds: Setting<ChartThresholds>;
  readonly notifications: Pick<Notifications, "info">;
  readonly visibility: Visibility;
  readonly logger: Logger;
}

interface OpenPanel {
  readonly panel: WebviewPanel;
  readonly charts: ChartPanel;
}

/** Every open panel of charts, one per subject. */
export class ChartPanels {
  readonly #disposables = new DisposableStore();
  readonly #open = new Map<string, OpenPanel>();
  readonly #context: ChartPanelContext;

  constructor(private readonly options: ChartPanelsOptions) {
    const { fleet, globalState, thresholds, logger } = options;
    const stored = new MementoValue(globalState, "charts.layout", isChartLayout, defaultLayout);
    const layout = this.#disposables.add(new SharedLayout(stored));
    const history = new HistoryStore();
    this.#context = {
      ...{ fleet, thresholds, layout, history, logger, translations: vscodeL10n.bundle },
      ...{ locale: env.language, format: createFormat(env.language) },
      ...{ clock: systemClock, random: Math.random, exports: exportTools(options) },
      act: (action, serverId) => {
        const server = serverId === undefined ? [] : [{ serverId }];
        void commands.executeCommand(actionCommands[action], ...server);
      },
    };
    this.#disposables.add(fleet.onDidChangeServers(() => history.keepOnly(fleet.servers)));
  }

  /** Brings the panel of the subject to the front, or opens it; with a span that is to be seen. */
  open(subject: Subject, span?: Span): void {
    const known = this.#open.get(subjectKey(subject));
    if (known === undefined) this.#fill(createPanel(this.#page(subject)), subject);
    else known.panel.reveal();
    if (span !== undefined) this.#open.get(subjectKey(subject))?.charts.look(span);
  }

  /** Asks which nodes to show. */
  async choose(): Promise<void> {
    const subject = await pickNodes(this.options.fleet);
    if (subject !== undefined) this.open(subject);
  }

  /** A panel that was open before the window was loaded; without a subject there is nothing to show. */
  restore(panel: WebviewPanel, state: unknown): void {
    const subject = subjectInState(state);
    if (subject === undefined || this.#open.has(subjectKey(subject))) panel.dispose();
    else this.#fill(panel, subject);
  }

  async export(): Promise<void> {
    const active = [...this.#open.values()].find(({ panel }) => panel.active);
    if (active === undefined) return;
    const choice = await pickExport();
    if (choice !== undefined) active.charts.wantExport(choice.format, choice.target);
  }

  /** The tabs stay: VS Code brings them back when the window is loaded again. */
  dispose(): void {
    for (const { charts } of this.#open.values()) charts.dispose();
    this.#disposables.dispose();
  }

  #page(subject: Subject): PanelPage {
    return {
      ...{ name: "chart", viewType: panelIds.charts, icon: "charts" },
      title: panelTitle(subject, (id) => this.options.fleet.get(id)),
      loading: l10n.t("Loading…"),
    };
  }

  #fill(panel: WebviewPanel, subject: Subject): void {
    const key = subjectKey(subject);
    const charts = new ChartPanel(subject, frameOf(panel), this.#context);
    this.#open.set(key, { panel, charts });
    panel.onDidChangeViewState(() => this.#updateVisibility());
    panel.onDidDispose(() => {
      charts.dispose();
      this.#open.delete(key);
      this.#updateVisibility();
    });
    // The page may speak as soon as it is there: everything listens by now.
    showPage(panel, this.options.extension, this.#page(subject));
    this.#updateVisibility();
  }

  #updateVisibility(): void {
    this.options.visibility.set([...this.#open.values()].some(({ panel }) => panel.visible));
  }
}

const actionCommands = {
  reconnect: commandIds.reconnectServer,
  signIn: commandIds.signIn,
  showLog: commandIds.showLog,
} as const;

function frameOf(panel: WebviewPanel): PanelFrame {
  return {
    port: panel.webview,
    get visible() {
      return panel.visible;
    },
    onDidChangeVisibility: (listener) => {
      let { visible } = panel;
      return panel.onDidChangeViewState(() => {
        if (panel.visible === visible) return;
        visible = panel.visible;
        listener(visible);
      });
    },
    setTitle: (title) => {
      if (panel.title !== title) panel.title = title;
    },
  };
}

function exportTools({ notifications }: ChartPanelsOptions): ExportTools {
  return {
    save: saveFile,
    copy: (text) => env.clipboard.writeText(text),
    saved: (file) =>
      notifications.info(l10n.t("Charts saved."), {
        title: l10n.t("Open"),
        run: () => commands.executeCommand("vscode.open", file),
      }),
    copied: () => void window.setStatusBarMessage(l10n.t("Copied"), copiedMs),
  };
}

const copiedMs = 3_000;
