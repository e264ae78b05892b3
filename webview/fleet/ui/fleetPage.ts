import {
  type FleetApi,
  type FleetSetup,
  type FleetUpdate,
  type NodeAction,
} from "../../../src/shared/fleet/fleetApi";
import {
  type FleetChoices,
  type FleetColumn,
  type FleetView,
} from "../../../src/shared/fleet/fleetChoices";
import { trailStepMs } from "../../../src/shared/fleet/fleetFigures";
import { createFormat } from "../../../src/shared/format";
import { readTheme, watchTheme } from "../../lib/theme";
import { type PagePlace } from "../../lib/startPage";
import { type FleetChange, FleetStore } from "../data/fleetStore";
import { type AgentVersions, compareAgents } from "../state/agentVersions";
import { type Arranged, arrange } from "../state/arrange";
import { attentionText, findAttention } from "../state/attention";
import { countNarrowings, countStates } from "../state/chips";
import { columnOf } from "../state/columnTable";
import { moveColumn, toggleColumn } from "../state/columnChoices";
import { exportTable } from "../state/exportTable";
import { fitColumns } from "../state/fitColumns";
import { type PageState, readPageState } from "../state/pageState";
import { keepSelected, noSelection, type Selection } from "../state/selection";
import { clickSort } from "../state/sortKeys";
import { NodeSorter } from "../state/sortNodes";
import { attentionColumns } from "./attentionStrip";
import { type GridScene } from "./gridScene";
import { setMapColors } from "./mapColors";
import { type MapScene } from "./mapView";
import { createRegions, type RegionActions } from "./regions";
import { Rest } from "./rest";
import { VisibleNodes } from "./visibleNodes";

/** The page of a fleet: what it holds, what the user has chosen, and the regions that show it. */
export class FleetPage {
  readonly #store = new FleetStore(() => performance.now());
  readonly #sorter: NodeSorter;
  readonly #collator: Intl.Collator;
  readonly #format;
  readonly #regions: ReturnType<typeof createRegions>;
  readonly #visible: VisibleNodes;
  readonly #rest: Rest;
  #setup: FleetSetup;
  #choices: FleetChoices;
  #folded: ReadonlySet<string>;
  #selection: Selection = noSelection;
  #arranged: Arranged = { found: [], shown: [], groups: undefined, rows: [] };
  #agents: AgentVersions = { newest: undefined, older: new Set() };
  #isLoaded = false;
  #savedScrollTop: number;
  #saveTimer: number | undefined;
  #sumsTimer: number | undefined;

  constructor(
    private readonly place: PagePlace<FleetApi>,
    setup: FleetSetup,
  ) {
    const saved = readPageState(place.saved, setup.key);
    this.#setup = setup;
    this.#choices = saved?.choices ?? setup.choices;
    this.#folded = new Set(saved?.folded);
    this.#savedScrollTop = saved?.scrollTop ?? 0;
    this.#format = createFormat(setup.locale);
    this.#collator = new Intl.Collator(setup.locale, { numeric: true, sensitivity: "base" });
    this.#sorter = new NodeSorter(this.#store, this.#collator);
    this.#store.setServers(setup.servers);
    this.#visible = new VisibleNodes((slots) => place.host.send("setVisibleNodes", slots));
    this.#regions = createRegions(this.#actions());
    const { root, body, grid } = this.#regions;
    this.#rest = new Rest(body, () => this.#arrange());
    place.root.replaceChildren(root);
    new ResizeObserver(() => this.#draw()).observe(body);
    document.addEventListener("keydown", (event) => this.#onKey(event));
    const setColors = () => setMapColors(root, readTheme());
    setColors();
    watchTheme(setColors);
    grid.onScroll(() => this.#save());
    window.setInterval(() => this.#stepTrails(), trailStepMs);
    this.#arrange();
  }

  update(setup: FleetSetup): void {
    this.#setup = setup;
    this.#store.setServers(setup.servers);
    this.#arrange();
  }

  apply(update: FleetUpdate): void {
    const change = this.#store.apply(update);
    this.#isLoaded = true;
    if (change.nodes) {
      this.#sorter.reset();
      this.#agents = compareAgents(this.#store);
    }
    const moves = change.nodes || change.states || isLive(this.#choices.sort);
    if (moves && this.#rest.mayMove(update.reset === true)) this.#arrange();
    else this.#drawChange(change);
  }

  export(format: "csv" | "json", target: "file" | "clipboard"): void {
    const selected = this.#selectedInOrder();
    const slots = selected.length > 1 ? selected : this.#arranged.shown;
    const columns = this.#choices.columns.map(({ id }) => id);
    const table = exportTable(this.#store, columns, slots, this.#format);
    void this.place.host.request("export", { format, target, ...table });
  }

  focusFilter(): void {
    this.#regions.toolbar.filter.focus();
    this.#regions.toolbar.filter.select();
  }

  #actions(): RegionActions {
    const { host } = this.place;
    return {
      choose: (changed) => this.#choose(changed),
      chooseView: (view, name) => this.#choose({ ...view, view: name }),
      saveView: () => void host.request("saveView", viewOf(this.#choices)),
      deleteViews: () => void host.request("deleteViews", undefined),
      sort: (column, upload, add) =>
        this.#choose({ sort: clickSort(this.#choices.sort, column, upload, add) }),
      resize: (column, width) => this.#resize(column, width),
      keepWidths: () => this.#choose({ columns: this.#choices.columns }),
      moveColumn: (dropped, target) => this.#moveColumn(dropped, target),
      showAgents: () => this.#showAgents(),
      fold: (key) => this.#fold(key),
      select: (selection) => this.#select(selection),
      act: (action, slots = this.#selectedInOrder()) => this.#act(action, slots),
      export: (format, target) => this.export(format, target),
      actOnServer: (id) => void host.request("actOnServer", id),
      addServer: () => void host.request("addServer", undefined),
      setVisible: (slots) => this.#visible.set(slots),
    };
  }

  // What the user chooses

  #choose(changed: Partial<FleetChoices>): void {
    this.#choices = { ...this.#choices, ...changed };
    this.#arrange();
    this.#save();
    void this.place.host.request("rememberChoices", this.#choices);
  }

  /** While an edge is dragged: kept once it is let go. */
  #resize(id: FleetColumn, width: number): void {
    const columns = this.#choices.columns.map((column) =>
      column.id === id ? { id, width } : column,
    );
    this.#choices = { ...this.#choices, columns };
    this.#regions.grid.update(this.#gridScene());
  }

  #moveColumn(dropped: FleetColumn, target: FleetColumn): void {
    const { columns } = this.#choices;
    const placeOf = (id: string) => columns.findIndex((column) => column.id === id);
    this.#choose({ columns: moveColumn(columns, dropped, placeOf(target) - placeOf(dropped)) });
  }

  /** The column of agents, the oldest first. */
  #showAgents(): void {
    const { columns } = this.#choices;
    const isShown = columns.some(({ id }) => id === "agent");
    this.#choose({
      columns: isShown ? columns : toggleColumn(columns, "agent"),
      sort: [{ column: "agent", descending: false }],
      groupBy: "none",
    });
  }

  #fold(key: string): void {
    const folded = new Set(this.#folded);
    if (!folded.delete(key)) folded.add(key);
    this.#folded = folded;
    this.#arrange();
    this.#save();
  }

  #select(selection: Selection): void {
    this.#selection = selection;
    this.#draw();
  }

  #selectedInOrder(): readonly number[] {
    return this.#arranged.shown.filter((slot) => this.#selection.slots.has(slot));
  }

  #act(action: NodeAction, slots: readonly number[]): void {
    if (slots.length > 0) void this.place.host.request("act", { action, slots });
  }

  #onKey(event: KeyboardEvent): void {
    if (event.key !== "f" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    this.focusFilter();
  }

  #save(): void {
    clearTimeout(this.#saveTimer);
    this.#saveTimer = window.setTimeout(() => {
      const state: PageState = {
        key: this.#setup.key,
        choices: this.#choices,
        folded: [...this.#folded],
        scrollTop: this.#regions.grid.scrollTop,
      };
      this.place.save(state);
    }, saveDelayMs);
  }

  // What is drawn

  #arrange(): void {
    this.#arranged = arrange(
      this.#store,
      this.#sorter,
      this.#choices,
      this.#folded,
      this.#collator,
    );
    this.#selection = keepSelected(this.#selection, new Set(this.#arranged.shown));
    this.#rest.arranged();
    this.#draw();
    this.#restoreScroll();
  }

  #draw(): void {
    const { found, shown } = this.#arranged;
    const { choices, views, tasks } = { ...this.#setup, choices: this.#choices };
    this.#regions.toolbar.update({ choices, views, tasks });
    this.#regions.messages.update(this.#setup.servers);
    this.#regions.chips.update({
      counts: countStates(this.#store, found),
      narrowings: countNarrowings(this.#store, [...this.#store.slots()], found, choices.narrowedTo),
      state: choices.state,
      narrowedTo: choices.narrowedTo,
    });
    const isMap = choices.mode === "map";
    const isEmpty = this.#isLoaded && shown.length === 0;
    this.#regions.empty.update(isEmpty, this.#store.size > 0, this.#setup.servers);
    this.#regions.grid.element.hidden = isMap || isEmpty;
    this.#regions.map.element.hidden = !isMap || isEmpty;
    this.#regions.map.legend.element.hidden = !isMap || isEmpty;
    if (isMap) this.#regions.map.update(this.#mapScene());
    else {
      this.#regions.map.hide();
      this.#regions.grid.update(this.#gridScene());
    }
    this.#drawAttention();
    this.#drawFoot();
  }

  /** The same nodes in the same order: what changed, and what is summed up from it. */
  #drawChange({ states, slots, trails }: FleetChange): void {
    if (states) this.#drawAttention();
    if (this.#choices.mode === "map") this.#regions.map.updateNodes(this.#mapScene(), slots);
    else {
      const scene = this.#gridScene();
      this.#regions.grid.updateNodes(scene, slots);
      if (trails) this.#regions.grid.updateTrails(scene);
    }
    this.#sumsLater();
  }

  /** What is summed up of all nodes need not be of this moment. */
  #sumsLater(): void {
    this.#sumsTimer ??= window.setTimeout(() => {
      this.#sumsTimer = undefined;
      this.#drawFoot();
    }, sumsDelayMs);
  }

  #stepTrails(): void {
    this.#store.stepTrails();
    if (this.#choices.mode === "table") this.#regions.grid.updateTrails(this.#gridScene());
  }

  #drawFoot(): void {
    this.#regions.foot.update({
      store: this.#store,
      format: this.#format,
      shown: this.#arranged.shown,
      selected: this.#selectedInOrder(),
      groups: this.#arranged.groups,
    });
  }

  #drawAttention(): void {
    const { mode, state, attention } = this.#choices;
    const isShownAnyway = mode === "map" || !["all", "online"].includes(state);
    const slots = isShownAnyway ? [] : findAttention(this.#store, this.#arranged.found);
    const entries = slots.map((slot) => ({
      slot,
      name: this.#store.node(slot)?.name ?? "",
      reason: attentionText(this.#store, slot, this.#format) ?? "",
      presence: this.#store.presence(slot),
      troubles: this.#store.troubles(slot),
    }));
    this.#regions.attention.update(entries, {
      columns: attentionColumns(this.#regions.body.clientWidth),
      unfolded: attention,
      oldAgents: isShownAnyway ? 0 : this.#agents.older.size,
      newestAgent: this.#agents.newest ?? "",
    });
  }

  #gridScene(): GridScene {
    const { columns, sort } = this.#choices;
    const sorted = sort.map(({ column }) => column);
    return {
      store: this.#store,
      format: this.#format,
      rows: this.#arranged.rows,
      fitted: fitColumns(columns, this.#regions.body.clientWidth, sorted),
      sort,
      selection: this.#selection,
      oldAgents: this.#agents.older,
    };
  }

  #mapScene(): MapScene {
    const { groups, shown } = this.#arranged;
    return {
      store: this.#store,
      format: this.#format,
      groups: groups ?? [{ key: "", label: "", slots: shown }],
      folded: this.#folded,
      fill: this.#choices.fill,
      selection: this.#selection,
    };
  }

  /** Once there is as much to scroll as there was. */
  #restoreScroll(): void {
    if (this.#savedScrollTop === 0 || this.#arranged.rows.length === 0) return;
    this.#regions.grid.scrollTop = this.#savedScrollTop;
    this.#savedScrollTop = 0;
  }
}

const saveDelayMs = 300;
const sumsDelayMs = 1_000;

/** Whether rows are sorted by what may change with every report. */
function isLive(sort: FleetView["sort"]): boolean {
  return sort.some(({ column }) => columnOf(column).text !== undefined);
}

/** What a saved view is made of. */
function viewOf(choices: FleetChoices): FleetView {
  const { columns, sort, groupBy, filter, state, narrowedTo, pingTask } = choices;
  return { columns, sort, groupBy, filter, state, narrowedTo, pingTask };
}
