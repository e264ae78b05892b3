import * as l10n from "@vscode/l10n";
import { type ServerChange } from "../../fleet/serverFleet";
import { WebviewChannel } from "../../platform/webviewChannel";
import {
  type ChartAction,
  type ChartApi,
  chartApi,
  type ChartExport,
  type ChartLayout,
  type Span,
} from "../../shared/chartApi";
import { type Disposable, DisposableStore } from "../../util/disposable";
import { exportData, exportImage } from "./chartExports";
import { type ChartPanelContext, type PanelFrame } from "./chartPanelContext";
import { chartSetup } from "./chartSetup";
import { isPng } from "./export/pngBytes";
import { isChartExport } from "./export/isChartExport";
import { isChartLayout } from "./chartLayout";
import { isChartQuery } from "./isChartQuery";
import { ChartModel } from "./model/chartModel";
import { type ChartServer } from "./model/chartSource";
import { LearnedTasks } from "./model/learnedTasks";
import { NodeSource } from "./model/nodeSource";
import { NodesSource } from "./model/nodesSource";
import { readinessOf } from "./model/readiness";
import { PanelTitle } from "./panelTitle";
import { serverIdsOf, type Subject } from "./subject";

/** One panel: its page on one side, the model on the other. */
export class ChartPanel implements Disposable {
  readonly #disposables = new DisposableStore();
  readonly #channel: WebviewChannel<ChartApi>;
  readonly #tasks: LearnedTasks;
  readonly #model: ChartModel;
  readonly #title: PanelTitle;
  #listens = false;
  /** The setup as it was sent. */
  #sentSetup: string | undefined;
  /** Wanted, and not told yet. */
  #span: Span | undefined;

  constructor(
    readonly subject: Subject,
    private readonly frame: PanelFrame,
    private readonly context: ChartPanelContext,
    private preview = false,
    formerName = "",
  ) {
    this.#title = new PanelTitle(subject, (id) => context.fleet.get(id), formerName);
    this.#tasks = this.#disposables.add(this.#createTasks());
    this.#model = this.#disposables.add(this.#createModel());
    this.#channel = this.#disposables.add(this.#createChannel());
    const { fleet, thresholds, layout } = context;
    const setUp = () => this.#setUp();
    this.#disposables.add(frame.onDidChangeVisibility(() => this.#lookedAt()));
    this.#disposables.add(fleet.onDidChangePaused(() => this.#lookedAt()));
    this.#disposables.add(fleet.onDidChangeServers(setUp));
    this.#disposables.add(fleet.onDidChange(({ server, change }) => this.#changed(server, change)));
    this.#disposables.add(thresholds.onDidChange(setUp));
    this.#disposables.add(layout.onDidChange(setUp));
    this.#lookedAt();
  }

  /** Whether it makes room for the next node that is opened. */
  get isPreview(): boolean {
    return this.preview;
  }

  keepOpen(): void {
    this.preview = false;
    this.#setUp();
  }

  /** Whether a page is there that takes messages. */
  get listens(): boolean {
    return this.#listens;
  }

  /**
   * Takes over the page of another subject, which needs no loading.
   * @returns false if the subject is not known yet, so that nothing was sent to the page.
   */
  takeOver(): boolean {
    this.#ready();
    return this.#sentSetup !== undefined;
  }

  /** Asks the page for an export of what is seen. */
  wantExport(format: "csv" | "json" | "png", target: "file" | "clipboard"): void {
    this.#channel.notify("wantExport", { format, target });
  }

  /** Has the page show this span, once it can. */
  look(span: Span): void {
    this.#span = span;
    if (this.#listens && this.#sentSetup !== undefined) this.#lookNow();
  }

  dispose(): void {
    this.#disposables.dispose();
  }

  #createTasks(): LearnedTasks {
    const { subject } = this;
    const { fleet, history, logger } = this.context;
    const serverOf = (id: string) => fleet.get(id);
    const onLearned = () => this.#setUp();
    return new LearnedTasks({ subject, history, serverOf, onLearned, logger });
  }

  #createModel(): ChartModel {
    const { fleet, history, clock, random, format, logger } = this.context;
    const serverOf = (id: string) => fleet.get(id);
    const { subject } = this;
    return new ChartModel({
      subject,
      fleet,
      clock,
      random,
      format,
      logger,
      source:
        subject.kind === "node"
          ? new NodeSource(subject.uuid, history)
          : new NodesSource(subject, history, serverOf, () => this.#tasks.known),
      sink: {
        data: (data) => this.#channel.notify("data", data),
        append: (append) => this.#channel.notify("append", append),
        progress: (progress) => this.#channel.notify("progress", progress),
        notice: (notice) => this.#channel.notify("notice", notice),
      },
    });
  }

  #createChannel(): WebviewChannel<ChartApi> {
    const { logger } = this.context;
    return new WebviewChannel<ChartApi>(this.frame.port, {
      api: chartApi,
      logger,
      failureText: () => l10n.t("Export failed. See the Komari log."),
      handlers: {
        ready: () => this.#ready(),
        show: (query) => {
          // Without a setup it was still meant for the subject before.
          if (this.#sentSetup === undefined) return;
          if (isChartQuery(query)) this.#model.show(query);
          else logger.warn("Invalid query from a chart page", query);
        },
        cancel: () => this.#model.cancel(),
        rememberLayout: (layout) => {
          if (isChartLayout(layout)) this.#rememberLayout(layout);
        },
        act: (action) => this.#act(action),
        export: (wanted) => this.#export(wanted),
        saveImage: (bytes) => this.#saveImage(bytes),
      },
    });
  }

  /** A page has come to life, the first or one after a while out of sight: it knows nothing. */
  #ready(): void {
    this.#model.forget();
    this.#listens = true;
    this.#sentSetup = undefined;
    this.#setUp();
  }

  #lookedAt(): void {
    const { visible } = this.frame;
    if (!visible) {
      this.#listens = false;
      this.#model.forget();
    }
    this.#model.setActive(visible && !this.context.fleet.paused);
  }

  #changed(server: ChartServer, change: ServerChange): void {
    if (!serverIdsOf(this.subject).includes(server.id)) return;
    if (change.kind === "session" || change.structure || change.presence) this.#setUp();
  }

  /**
   * Not before it is known what there is, or that it cannot be known now: a page takes what it
   * remembers for gone when it is not offered.
   */
  #setUp(): void {
    const { fleet, thresholds, layout, translations, locale } = this.context;
    const serverOf = (id: string) => fleet.get(id);
    this.frame.setTitle(this.#title.whole);
    if (!this.#listens) return;
    const { connecting, gone } = readinessOf(this.subject, fleet);
    const isKnown = gone || (fleet.configured && connecting.length === 0);
    if (!isKnown && this.#sentSetup === undefined) return;
    this.#tasks.learn();
    const setup = chartSetup(this.subject, {
      preview: this.preview,
      serverOf,
      title: this.#title,
      tasks: this.#tasks.known,
      translations,
      locale,
      thresholds: thresholds.value,
      layout: layout.value,
    });
    const written = JSON.stringify({ ...setup, translations: undefined });
    if (written === this.#sentSetup) return;
    this.#sentSetup = written;
    this.#channel.notify("setup", setup);
    this.#lookNow();
  }

  #lookNow(): void {
    if (this.#span !== undefined) this.#channel.notify("look", this.#span);
    this.#span = undefined;
  }

  /** The page that chose it has it already. */
  #rememberLayout(layout: ChartLayout): void {
    const listened = this.#listens;
    this.#listens = false;
    this.context.layout.set(layout);
    this.#listens = listened;
  }

  #act(action: ChartAction): void {
    if (action === "retry") this.#model.retry();
    else {
      const { failed } = readinessOf(this.subject, this.context.fleet);
      const [first] = serverIdsOf(this.subject);
      this.context.act(action, failed[0]?.server.id ?? first);
    }
  }

  async #export(wanted: ChartExport): Promise<boolean> {
    if (!isChartExport(wanted)) throw new TypeError("no export that can be made");
    return exportData(wanted, this.#exported(), this.context.exports);
  }

  async #saveImage(bytes: Uint8Array): Promise<boolean> {
    if (!isPng(bytes)) throw new TypeError("no picture, or too large a one");
    return exportImage(bytes, this.#exported(), this.context.exports);
  }

  #exported() {
    const { subject, server } = this.#title;
    return { subject, server, shown: this.#model.shown };
  }
}
