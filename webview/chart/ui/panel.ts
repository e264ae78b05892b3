import {
  type ChartApi,
  type ChartLayout,
  type ChartSetup,
  type HeadAction,
  type NodeHead,
  type Span,
} from "../../../src/shared/chartApi";
import { createFormat, type Format } from "../../../src/shared/format";
import { createTimes, type Times } from "../../../src/shared/times";
import { messageOf } from "../../lib/ipc";
import { type PagePlace } from "../../lib/startPage";
import { chooseSpan, goBack, goForward, resetZoom } from "../state/history";
import { serializeState, restoreState } from "../state/savedState";
import {
  type KeyIntent,
  type Move,
  moveByGesture,
  moveByKey,
  type MoveScene,
} from "../state/navigation";
import { nextSort } from "../state/legendRows";
import { compare, type PanelState, toggleAdded, toggleTable } from "../state/panelState";
import { type Section } from "../state/sections";
import { needsNewFrame } from "../state/setupChange";
import { aggregateNode } from "../state/aggregate";
import { isolateLine, toggleLine } from "../state/visibility";
import { type ExportRequest, exportFailure, exportPanel } from "./exporting";
import { createFrame, type Frame, type FrameEvents, renderPanel } from "./frame";
import { PanelFeed } from "./panelFeed";
import { PanelNotices } from "./panelNotices";
import {
  cursorOf,
  limitsOf,
  nodesOf,
  type PanelColors,
  type PanelScene,
  queryOf,
  isOld,
  rangeOf,
  visibilityKeysOf,
} from "./panelScene";
import { Queries, debounceMs } from "./queries";

/** Moves that follow each other faster are one step of the history. */
const maxMoveGapMs = 600;

interface PanelPlace extends PagePlace<ChartApi> {
  readonly colors: () => PanelColors;
}

const tickMs = 10_000;

/** A panel of charts, from its first setup on. */
export class Panel {
  readonly feed: PanelFeed;
  readonly #place: PanelPlace;
  readonly #queries: Queries;
  readonly #notices: PanelNotices;
  #setup: ChartSetup;
  #layout: ChartLayout;
  #state: PanelState;
  #format: Format;
  #times: Times;
  #colors: PanelColors;
  #frame: Frame;
  #head: NodeHead | undefined;
  /** Where the pointer is; the cursor of the keyboard is part of the state. */
  #pointer: number | undefined;
  #highlightedNode: string | undefined;
  #lastMove = -Infinity;
  #drawing: number | undefined;
  /** Time goes on where nothing new is sent. */
  #ticking: number | undefined;

  constructor(place: PanelPlace, setup: ChartSetup) {
    this.#place = place;
    this.#setup = setup;
    this.#layout = setup.layout;
    this.#state = restoreState(place.saved, setup);
    this.#format = createFormat(setup.locale);
    this.#times = createTimes(setup.locale, setup.layout.timeZone);
    this.#colors = place.colors();
    this.#queries = new Queries({
      send: (query) => place.host.send("show", query),
      cancel: () => place.host.send("cancel"),
      onChange: () => {
        if (this.#queries.slow) this.feed.dropPrevious();
        this.#draw();
      },
    });
    this.#notices = new PanelNotices(place.host, () => this.#sendQuery());
    this.feed = new PanelFeed(this.#queries, this.#notices, {
      onChange: () => this.#draw(),
    });
    this.#frame = this.#build();
    document.addEventListener("keydown", (event) => this.#onPageKey(event));
    this.#show(this.#state, undefined);
  }

  /** Takes another setup, maybe of another subject; sends a query if it differs from the last one. */
  update(setup: ChartSetup): void {
    const before = this.#setup;
    const isSame = setup.key === before.key;
    const [lastQueryKey, kept] = [
      isSame ? this.#queryKey() : undefined,
      serializeState(before, this.#state),
    ];
    this.#setup = setup;
    this.#setLayout(setup.layout);
    if (!isSame) {
      this.#pointer = undefined;
      this.setHead(undefined);
      this.feed.markPrevious();
    }
    if (needsNewFrame(setup, before)) {
      this.#format = createFormat(setup.locale);
      this.#frame.dispose();
      this.#frame = this.#build();
    }
    this.#show(restoreState(kept, setup), lastQueryKey);
  }

  showSpan(span: Span): void {
    this.#setState(chooseSpan(this.#state, span));
  }

  /** Of the node that the setup is of. */
  setHead(head: NodeHead | undefined): void {
    this.#head = head;
    this.#frame.head?.setHead(head);
  }

  onThemeChange(): void {
    this.#colors = this.#place.colors();
    this.#draw();
  }

  async export(request: ExportRequest): Promise<void> {
    try {
      const pictures = this.#frame.grid.pictures();
      const announcement = await exportPanel(request, this.#scene(), pictures, this.#place.host);
      if (announcement !== undefined) this.#frame.announcer.announce(announcement);
    } catch (error) {
      this.#notices.showError(exportFailure(error));
    }
  }

  #scene(): PanelScene {
    return {
      setup: this.#setup,
      layout: this.#layout,
      state: this.#state,
      data: this.feed.data,
      queries: this.#queries,
      colors: this.#colors,
      format: this.#format,
      times: this.#times,
      notice: this.#notices.ofHost,
      highlightedNode: this.#highlightedNode,
    };
  }

  #build(): Frame {
    const frame = createFrame(this.#setup, this.#format, this.#events());
    this.#place.root.replaceChildren(frame.element);
    this.#notices.setBar(frame.notices);
    frame.head?.setHead(this.#head);
    return frame;
  }

  #events(): FrameEvents {
    const state = (change: (state: PanelState) => PanelState) =>
      this.#setState(change(this.#state));
    return {
      onSpan: (span) => this.showSpan(span),
      onBack: () => state(goBack),
      onForward: () => state(goForward),
      onReset: () => state(resetZoom),
      onCompare: (choice) => state((from) => compare(from, choice)),
      onAdd: (line) => state((from) => toggleAdded(from, line)),
      onSort: (key, metric) =>
        state((from) => ({ ...from, sort: nextSort(from.sort, key, metric) })),
      onMaximize: ({ metric }) => state((from) => compare(from, { mode: "one", metric })),
      onOpenNode: (node) => this.#place.host.send("openNode", node),
      onHighlightNode: (node) => {
        this.#highlightedNode = node;
        this.#draw();
      },
      onToggleNode: (node, alone) => {
        const nodes = [...nodesOf(this.#scene()), aggregateNode];
        state((from) => (alone ? isolateLine : toggleLine)(from, nodes, node));
      },
      onTable: ({ id }) => state((from) => toggleTable(from, id)),
      onToggle: (line, alone, section) =>
        state((from) => (alone ? isolateLine : toggleLine)(from, visibilityKeysOf(section), line)),
      onLayout: (change) => {
        this.#setLayout(change(this.#layout));
        this.#tellFailure(this.#place.host.request("rememberLayout", this.#layout));
      },
      onExport: (wanted) => void this.export(wanted),
      onAct: (action) => this.#act(action),
      onStep: (by) => this.#step(by),
      onCancel: () => {
        this.#notices.showCancelled();
        this.#queries.cancel();
      },
      onCursor: (time) => {
        this.#pointer = time;
        this.#showCursor();
      },
      onGesture: (gesture) => this.#move(moveByGesture(gesture, this.#moveScene())),
      onKey: (intent, section) => this.#onKey(intent, section),
      range: () => rangeOf(this.#scene()),
      now: () => this.feed.data.clock.now(),
      statsOf: (line, range) => this.feed.data.statsOf(line, range),
    };
  }

  #act(action: HeadAction): void {
    this.#tellFailure(this.#place.host.request("actOnNode", action));
  }

  #step(by: 1 | -1): void {
    this.#tellFailure(this.#place.host.request("stepNode", by));
  }

  #tellFailure(done: Promise<unknown>): void {
    done.catch((error: unknown) => this.#notices.showError(messageOf(error)));
  }

  #moveScene(): MoveScene {
    const scene = this.#scene();
    const goesOn = performance.now() - this.#lastMove < maxMoveGapMs;
    return {
      state: this.#state,
      range: rangeOf(scene),
      limits: limitsOf(scene),
      isContinued: goesOn,
    };
  }

  #onPageKey(event: KeyboardEvent): void {
    const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (!event.altKey || by === undefined || this.#setup.kind !== "node") return;
    event.preventDefault();
    this.#step(by === 1 ? 1 : -1);
  }

  #onKey(intent: KeyIntent, section: Section): void {
    this.#pointer = undefined;
    const before = this.#state.cursor;
    this.#move(moveByKey(intent, this.#moveScene(), section.lines));
    const { cursor } = this.#state;
    if (cursor === undefined || cursor === before) return;
    const values = this.#frame.grid.valuesAt(section, cursor);
    this.#frame.announcer.announce(`${this.#times.at(cursor, rangeOf(this.#scene()))}: ${values}`);
  }

  #move({ state, debounced: fluid }: Move): void {
    if (fluid) this.#lastMove = performance.now();
    this.#setState(state, fluid ? debounceMs : 0);
  }

  /** @param delayMs debounce of the query, for moves that follow each other. */
  #setState(state: PanelState, delayMs = 0): void {
    if (state !== this.#state) this.#show(state, this.#queryKey(), delayMs);
  }

  /** @param lastQueryKey of the query before; the same query is not sent again. */
  #show(state: PanelState, lastQueryKey: string | undefined, delayMs = 0): void {
    this.#state = state;
    this.#place.save(serializeState(this.#setup, state));
    if (this.#queryKey() === lastQueryKey) this.#draw();
    else this.#sendQuery(delayMs);
  }

  #queryKey(): string {
    return JSON.stringify(queryOf(this.#scene()));
  }

  #sendQuery(delayMs = 0): void {
    this.#notices.clearOwn();
    this.#queries.request(queryOf(this.#scene()), delayMs);
    this.#draw();
  }

  #setLayout(layout: ChartLayout): void {
    this.#layout = layout;
    this.#times = createTimes(this.#setup.locale, layout.timeZone);
    this.#draw();
  }

  /** Once for all that happens until the next frame. */
  #draw(): void {
    this.#drawing ??= requestAnimationFrame(() => {
      this.#drawing = undefined;
      renderPanel(this.#frame, this.#scene());
      this.#showCursor();
      if (isOld(this.#scene())) this.#drawLater();
    });
  }

  #drawLater(): void {
    this.#ticking ??= window.setTimeout(() => {
      this.#ticking = undefined;
      this.#draw();
    }, tickMs);
  }

  #showCursor(): void {
    const time = this.#pointer ?? cursorOf(this.#scene());
    this.#frame.grid.setCursor(time);
    this.#frame.several?.table.setCursor(
      time === undefined ? undefined : (line) => this.#frame.grid.valueOf(line, time),
    );
    this.#frame.timeRow.setCursor(time, rangeOf(this.#scene()), this.#times);
  }
}
