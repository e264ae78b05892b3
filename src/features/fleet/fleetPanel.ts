import { type Fleet } from "../../fleet/fleet";
import { type ServerChange, type ServerFleet } from "../../fleet/serverFleet";
import { PageSetup } from "../../platform/panels/pageSetup";
import { type PanelFrame } from "../../platform/panels/panelTab";
import { WebviewChannel } from "../../platform/panels/webviewChannel";
import {
  type FleetApi,
  fleetApi,
  type FleetExport,
  type FleetSetup,
  nodeActions,
} from "../../shared/fleet/fleetApi";
import {
  type FleetChoices,
  readChoices,
  type FleetView,
  readFleetView,
  type SavedView,
} from "../../shared/fleet/fleetChoices";
import { type Format } from "../../shared/format";
import { type Clock } from "../../util/clock";
import { type Disposable, DisposableStore } from "../../util/disposable";
import { Emitter, type Event } from "../../util/emitter";
import { type Logger } from "../../util/logger";
import { isRecord } from "../../util/json";
import { type NodeRef } from "../common/nodeRef";
import { type Regions } from "../nodes/arrange/regions";
import { nodesMessage } from "../nodes/nodesMessage";
import { errorText } from "../text/errorText";
import { type RemedyCommand } from "../text/remedy";
import { type FleetActions } from "./fleetActions";
import { fleetSetup } from "./fleetSetup";
import { type FleetSubject } from "./fleetSubject";
import { describeNode } from "./model/describeNode";
import { FleetTable, type TouchedNodes } from "./model/fleetTable";
import { isFleetExport } from "./export/isFleetExport";

/** What all panels share. */
export interface FleetPanelContext {
  readonly fleet: Pick<
    Fleet,
    "servers" | "get" | "onDidChange" | "onDidChangeServers" | "configured"
  >;
  readonly favorites: {
    readonly favorites: ReadonlySet<string>;
    readonly onDidChange: Event<unknown>;
  };
  readonly choices: { get(): FleetChoices; set(choices: FleetChoices): Promise<void> };
  readonly views: {
    readonly value: readonly SavedView[];
    readonly onDidChange: Event<unknown>;
    save(view: FleetView): Promise<boolean>;
    remove(): Promise<void>;
  };
  readonly regions: Regions;
  readonly actions: FleetActions;
  readonly runRemedy: (command: RemedyCommand) => Promise<unknown>;
  readonly addServer: () => Promise<unknown>;
  readonly export: (request: FleetExport, title: string) => Promise<boolean>;
  readonly translations: FleetSetup["translations"];
  readonly locale: string;
  readonly format: Format;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** What comes within this time is one message: a poll may come in parts, and from several servers. */
const collectMs = 100;

/** One page of the fleet: what it is sent, and what is done for it. */
export class FleetPanel implements Disposable {
  readonly #disposables = new DisposableStore();
  readonly #channel: WebviewChannel<FleetApi>;
  readonly #setup = new PageSetup<FleetSetup>((setup) => this.#channel.notify("setup", setup));
  readonly #table: FleetTable;
  readonly #touched = new Map<string, Set<string>>();
  readonly #visibleChanged = this.#disposables.add(new Emitter<undefined>());
  #choices: FleetChoices;
  #timer: Disposable | undefined;
  #visibleNodes: readonly NodeRef[] = [];

  /** Other rows are in sight. */
  readonly onDidChangeVisibleNodes = this.#visibleChanged.event;

  constructor(
    readonly subject: FleetSubject,
    private readonly frame: PanelFrame,
    private readonly context: FleetPanelContext,
  ) {
    const { fleet, favorites, views } = context;
    this.#choices = context.choices.get();
    this.#table = this.#createTable();
    this.#channel = this.#disposables.add(this.#createChannel());
    this.#disposables.add(frame.onDidChangeVisibility(() => this.#onVisibility()));
    this.#disposables.add(
      fleet.onDidChange(({ server, change }) => this.#onChange(server, change)),
    );
    this.#disposables.add(fleet.onDidChangeServers(() => this.#onServers()));
    this.#disposables.add(favorites.onDidChange(() => this.#touchAll()));
    this.#disposables.add(views.onDidChange(() => this.#sendSetup()));
  }

  /** Nodes whose rows are in sight. */
  get visibleNodes(): readonly NodeRef[] {
    return this.frame.visible ? this.#visibleNodes : [];
  }

  requestExport(format: FleetExport["format"], target: FleetExport["target"]): void {
    this.#channel.notify("requestExport", { format, target });
  }

  focusFilter(): void {
    this.#channel.notify("focusFilter", undefined);
  }

  dispose(): void {
    this.#timer?.dispose();
    this.#disposables.dispose();
  }

  get #servers(): readonly ServerFleet[] {
    const { serverId } = this.subject;
    const { servers } = this.context.fleet;
    return serverId === undefined ? servers : servers.filter(({ id }) => id === serverId);
  }

  #createTable(): FleetTable {
    const { regions, favorites } = this.context;
    const { group } = this.subject;
    return new FleetTable({
      describe: (facts, serverId, slot) =>
        describeNode(facts, { serverId, slot }, { regions, favorites: favorites.favorites }),
      includes: (_serverId, { node }) => group === undefined || node.group?.trim() === group.trim(),
    });
  }

  #createChannel(): WebviewChannel<FleetApi> {
    const { logger, views, addServer } = this.context;
    return new WebviewChannel<FleetApi>(this.frame.port, {
      api: fleetApi,
      logger,
      failureText: (error) => errorText(error),
      handlers: {
        ready: () => this.#onReady(),
        rememberChoices: (choices) => this.#remember(choices),
        setVisibleNodes: (slots) => this.#setVisibleNodes(slots),
        act: (request) => this.#act(request),
        actOnServer: (id) => this.#actOnServer(id),
        addServer: () => addServer(),
        saveView: (view) => views.save(readFleetView(view)),
        deleteViews: () => views.remove(),
        export: (request) => this.#export(request),
      },
    });
  }

  /** A page was loaded, the first or one after the panel was hidden: it has nothing. */
  #onReady(): void {
    this.#choices = this.context.choices.get();
    this.#setup.onReady();
    this.#sendSetup();
    this.#table.reset();
    this.#touched.clear();
    const all = this.#table.update(this.#everything(), this.#choices.pingTask);
    const trails = this.#table.trails(this.#servers);
    this.#channel.notify("update", { serverTimes: {}, ...all, reset: true, trails });
  }

  #onVisibility(): void {
    if (!this.frame.visible) {
      this.#setup.onHidden();
      this.#timer?.dispose();
      this.#timer = undefined;
    }
    this.#visibleChanged.fire(undefined);
  }

  #onChange(server: ServerFleet, change: ServerChange): void {
    if (!this.#setup.isReady || !this.#servers.includes(server)) return;
    if (change.kind === "session" || change.structure || change.presence) this.#sendSetup();
    if (change.kind === "nodes") this.#touch(server.id, change.uuids);
  }

  #onServers(): void {
    if (!this.#setup.isReady) return;
    this.#sendSetup();
    const kept = new Set(this.#servers.map(({ id }) => id));
    const removed = this.#table.removeServersBut(kept);
    if (removed.length > 0) this.#channel.notify("update", { serverTimes: {}, removed });
    this.#touchAll();
  }

  #touchAll(): void {
    for (const { source, uuids } of this.#everything()) this.#touch(source.id, uuids);
  }

  #touch(serverId: string, uuids: Iterable<string>): void {
    if (!this.#setup.isReady) return;
    const touched = this.#touched.get(serverId) ?? new Set<string>();
    this.#touched.set(serverId, touched);
    for (const uuid of uuids) touched.add(uuid);
    this.#timer ??= this.context.clock.setTimeout(() => {
      this.#timer = undefined;
      this.#sendTouched();
    }, collectMs);
  }

  #sendTouched(): void {
    if (!this.#setup.isReady) return;
    const touched = [...this.#touched].flatMap(([id, uuids]) => {
      const source = this.context.fleet.get(id);
      return source === undefined ? [] : [{ source, uuids }];
    });
    this.#touched.clear();
    const update = this.#table.update(touched, this.#choices.pingTask);
    if (update !== undefined) this.#channel.notify("update", update);
  }

  #everything(): readonly TouchedNodes[] {
    return this.#servers.map((source) => ({ source, uuids: source.nodes.keys() }));
  }

  #sendSetup(): void {
    const { translations, locale, format, views } = this.context;
    const setup = fleetSetup(this.subject, {
      servers: this.#servers,
      format,
      translations,
      locale,
      choices: this.#choices,
      views: views.value,
    });
    this.#setup.send(setup);
  }

  /** A filter is of one page; all else is remembered for the next. */
  async #remember(sent: FleetChoices): Promise<void> {
    const choices = readChoices(sent);
    const isOtherTask = choices.pingTask !== this.#choices.pingTask;
    this.#choices = { ...this.#choices, pingTask: choices.pingTask };
    if (isOtherTask) this.#touchAll();
    await this.context.choices.set({ ...choices, filter: "", state: "all", narrowedTo: [] });
  }

  #setVisibleNodes(slots: readonly number[]): void {
    this.#visibleNodes = this.#nodesAt(slots);
    this.#visibleChanged.fire(undefined);
  }

  async #act(request: unknown): Promise<void> {
    const { action, slots } = isRecord(request) ? request : {};
    const known = nodeActions.find((name) => name === action);
    if (known === undefined) throw new TypeError("invalid action");
    const nodes = this.#nodesAt(slots);
    if (nodes.length > 0) await this.context.actions[known](nodes);
  }

  async #actOnServer(id: unknown): Promise<void> {
    const server = typeof id === "string" ? this.context.fleet.get(id) : undefined;
    const action = server && nodesMessage(server, this.context.format)?.action;
    if (action !== undefined) await this.context.runRemedy(action);
  }

  async #export(request: unknown): Promise<boolean> {
    if (!isFleetExport(request)) throw new TypeError("invalid export");
    return this.context.export(request, this.subject.group ?? "");
  }

  #nodesAt(slots: unknown): readonly NodeRef[] {
    const list: readonly unknown[] = Array.isArray(slots) ? slots : [];
    return list.flatMap((slot) => (typeof slot === "number" ? (this.#table.node(slot) ?? []) : []));
  }
}
