import { type ServerChange } from "../../fleet/serverFleet";
import { PageSetup } from "../../platform/panels/pageSetup";
import { type PanelFrame } from "../../platform/panels/panelTab";
import { WebviewChannel } from "../../platform/panels/webviewChannel";
import {
  type ChartAction,
  type ChartApi,
  chartApi,
  type ChartExport,
  type ChartLayout,
  type ChartSetup,
  type HeadAction,
  headActions,
  type Span,
} from "../../shared/chartApi";
import { type Disposable, DisposableStore } from "../../util/disposable";
import { exportData, exportErrorText, exportImage, type ExportTools } from "./chartExports";
import { chartSetup } from "./chartSetup";
import { isPng } from "./export/pngBytes";
import { isChartExport } from "./export/isChartExport";
import { isChartLayout } from "./chartLayout";
import { isChartQuery } from "./isChartQuery";
import { ChartModel, type ChartFleet } from "./model/chartModel";
import { type ChartServer } from "./model/chartSource";
import { LearnedTasks } from "./model/pingTasks";
import { nodeIdOf } from "./model/comparison";
import { NodeSource } from "./model/nodeSource";
import { NodesSource } from "./model/nodesSource";
import { errorText } from "../text/errorText";
import { readinessOf } from "./model/readiness";
import { type HeadSources, NodeHeadFeed } from "./nodeHeadFeed";
import { PanelTitle } from "./panelTitle";
import { membersOf, serverIdsOf, type Subject } from "../common/chartSubject";
import { type NodeRef } from "../common/nodeRef";
import { type HistoryStore } from "../../fleet/history/historyStore";
import { type ChartThresholds } from "../../settings/thresholds";
import { type Setting } from "../../settings/setting";
import { type Format } from "../../shared/format";
import { type Clock } from "../../util/clock";
import { type Event } from "../../util/emitter";
import { type Logger } from "../../util/logger";

/** One panel: its page on one side, the model on the other. */
export class ChartPanel implements Disposable {
  readonly #disposables = new DisposableStore();
  readonly #channel: WebviewChannel<ChartApi>;
  readonly #tasks: LearnedTasks;
  readonly #model: ChartModel;
  readonly #title: PanelTitle;
  /** Undefined: several nodes have none. */
  readonly #head: NodeHeadFeed | undefined;
  readonly #setup = new PageSetup<ChartSetup>((setup) => this.#channel.notify("setup", setup));
  /** The layout is being set by the page, which has it already. */
  #isLayoutOfPage = false;
  /** Not sent to the page yet. */
  #pendingSpan: Span | undefined;

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
    this.#head = this.#createHead();
    const { fleet, thresholds, layout } = context;
    const sendSetup = () => this.#sendSetup();
    this.#disposables.add(frame.onDidChangeVisibility(() => this.#updateVisibility()));
    this.#disposables.add(fleet.onDidChangePaused(() => this.#updateVisibility()));
    this.#disposables.add(fleet.onDidChangeServers(sendSetup));
    this.#disposables.add(
      fleet.onDidChange(({ server, change }) => this.#onServerChange(server, change)),
    );
    this.#disposables.add(thresholds.onDidChange(sendSetup));
    this.#disposables.add(layout.onDidChange(sendSetup));
    this.#disposables.add(context.head.favorites.onDidChange(() => this.#sendHead()));
    this.#updateVisibility();
  }

  /** Whether the next node that is opened replaces it. */
  get isPreview(): boolean {
    return this.preview;
  }

  keepOpen(): void {
    this.preview = false;
    this.#sendSetup();
  }

  /** Whether the page is loaded and receives messages. */
  get isReady(): boolean {
    return this.#setup.isReady;
  }

  /**
   * Takes over the loaded page of another subject.
   * @returns false if the subject is not known yet, so that nothing was sent to the page.
   */
  takeOver(): boolean {
    this.#onReady();
    return this.#setup.isSent;
  }

  /** Makes the page export what is visible. */
  requestExport(format: "csv" | "json" | "png", target: "file" | "clipboard"): void {
    this.#channel.notify("requestExport", { format, target });
  }

  /** Has the page show this span, once it can. */
  showSpan(span: Span): void {
    this.#pendingSpan = span;
    if (this.#setup.isReady && this.#setup.isSent) this.#sendSpan();
  }

  dispose(): void {
    this.#disposables.dispose();
  }

  #createTasks(): LearnedTasks {
    const { subject } = this;
    const { fleet, history, logger } = this.context;
    const serverOf = (id: string) => fleet.get(id);
    const onLearned = () => this.#sendSetup();
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
      failureText: (error, method) =>
        method === chartApi.export.method || method === chartApi.saveImage.method
          ? exportErrorText(error)
          : errorText(error),
      handlers: {
        ready: () => this.#onReady(),
        show: (query) => {
          // Without a setup the query is of the previous subject.
          if (!this.#setup.isSent) return;
          if (isChartQuery(query)) this.#model.show(query);
          else logger.warn("Invalid query from a chart page", query);
        },
        cancel: () => this.#model.cancel(),
        rememberLayout: (layout) => this.#rememberLayout(layout),
        act: (action) => this.#act(action),
        openNode: (id) => this.#openNode(id),
        actOnNode: (action) => this.#actOnNode(action),
        stepNode: (by) => this.#stepNode(by),
        export: (request) => this.#export(request),
        saveImage: (bytes) => this.#saveImage(bytes),
      },
    });
  }

  /** A page was loaded, the first or one after the panel was hidden: it has no data. */
  #onReady(): void {
    this.#model.reset();
    this.#head?.reset();
    this.#setup.onReady();
    this.#sendSetup();
  }

  #updateVisibility(): void {
    const { visible } = this.frame;
    if (!visible) {
      this.#setup.onHidden();
      this.#model.reset();
    }
    this.#model.setActive(visible && !this.context.fleet.paused);
  }

  #onServerChange(server: ChartServer, change: ServerChange): void {
    if (!serverIdsOf(this.subject).includes(server.id)) return;
    if (change.kind === "session" || change.structure || change.presence) this.#sendSetup();
    this.#sendHead();
  }

  /**
   * Not before the nodes and tasks are known, or cannot be loaded now: a page drops saved choices
   * that are not in the setup.
   */
  #sendSetup(): void {
    const { fleet, thresholds, layout, translations, locale } = this.context;
    const serverOf = (id: string) => fleet.get(id);
    this.frame.setTitle(this.#title.fullTitle);
    if (!this.#setup.isReady || this.#isLayoutOfPage) return;
    const { connecting, gone } = readinessOf(this.subject, fleet);
    const isKnown = gone || (fleet.configured && connecting.length === 0);
    if (!isKnown && !this.#setup.isSent) return;
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
    if (this.#setup.send(setup)) this.#sendSpan();
    this.#sendHead();
  }

  /** Not before the setup: the page is then of this node. */
  #sendHead(): void {
    const [serverId] = serverIdsOf(this.subject);
    if (!this.#setup.isReady || !this.#setup.isSent || serverId === undefined) return;
    this.#head?.send(this.context.fleet.get(serverId));
  }

  #createHead(): NodeHeadFeed | undefined {
    const { subject } = this;
    if (subject.kind === "nodes") return undefined;
    const { head, format } = this.context;
    return new NodeHeadFeed(subject, head, format, (made) => this.#channel.notify("head", made));
  }

  #sendSpan(): void {
    if (this.#pendingSpan !== undefined) this.#channel.notify("showSpan", this.#pendingSpan);
    this.#pendingSpan = undefined;
  }

  /** Not sent back to the page that chose it. */
  async #rememberLayout(layout: ChartLayout): Promise<void> {
    if (!isChartLayout(layout)) throw new TypeError("invalid layout");
    this.#isLayoutOfPage = true;
    const stored = this.context.layout.set(layout);
    this.#isLayoutOfPage = false;
    await stored;
  }

  async #act(action: ChartAction): Promise<void> {
    if (action === "retry") this.#model.retry();
    else {
      const { failed } = readinessOf(this.subject, this.context.fleet);
      const [first] = serverIdsOf(this.subject);
      await this.context.act(action, failed[0]?.server.id ?? first);
    }
  }

  #openNode(id: string): void {
    const node = membersOf(this.subject).find((member) => nodeIdOf(member) === id);
    if (node !== undefined) this.context.openNode(node);
  }

  async #actOnNode(action: unknown): Promise<void> {
    const known = headActions.find((name) => name === action);
    if (known === undefined || this.subject.kind !== "node") throw new TypeError("invalid action");
    const { serverId, uuid } = this.subject;
    await this.context.actOnNode(known, { serverId, uuid });
  }

  #stepNode(by: unknown): Promise<void> {
    const { subject } = this;
    if ((by !== 1 && by !== -1) || subject.kind !== "node") throw new TypeError("invalid step");
    const siblings = this.context.head.siblingsOf(subject);
    const uuid = siblings[siblings.indexOf(subject.uuid) + by];
    if (uuid !== undefined) this.context.showInstead(subject, { ...subject, uuid });
    return Promise.resolve();
  }

  async #export(request: ChartExport): Promise<boolean> {
    if (!isChartExport(request)) throw new TypeError("no export that can be made");
    return exportData(request, this.#exported(), this.context.exports);
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

/** What all panels share. */
export interface ChartPanelContext {
  readonly fleet: ChartFleet & {
    readonly paused: boolean;
    readonly onDidChangePaused: Event<boolean>;
  };
  readonly history: HistoryStore;
  readonly thresholds: Pick<Setting<ChartThresholds>, "value" | "onDidChange">;
  readonly layout: {
    readonly value: ChartLayout;
    readonly onDidChange: Event<ChartLayout>;
    set(layout: ChartLayout): Promise<void>;
  };
  readonly translations: Readonly<Record<string, string>> | undefined;
  readonly locale: string;
  readonly exports: ExportTools;
  readonly act: (
    action: Exclude<ChartAction, "retry">,
    serverId: string | undefined,
  ) => Promise<void>;
  readonly openNode: (node: NodeRef) => void;
  readonly head: HeadSources;
  readonly actOnNode: (action: HeadAction, node: NodeRef) => Promise<unknown>;
  /** Shows another subject in the panel of this one. */
  readonly showInstead: (subject: Subject, other: Subject) => void;
  readonly clock: Clock;
  readonly random: () => number;
  readonly format: Format;
  readonly logger: Logger;
}
