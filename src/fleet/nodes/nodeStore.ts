import { type KomariNode, type NodeStatus } from "../../komari/model/model";
import { ServerClock } from "../../komari/serverClock";
import {
  ChangedNodes,
  changedNodes,
  isMinuteLater,
  changesHealth,
  type NodeChange,
  sameReport,
} from "./nodeChange";
import { CpuTrails } from "./cpuTrails";
import { placeholderNode } from "./placeholderNode";
import { type Presence, type PresenceCounts, presenceOf } from "../../shared/nodes/presence";
import { PresenceTally } from "./presenceTally";
import { Renewals } from "./renewals";
import { coveredBy, type StatusResponse, statusIn } from "./statusResponse";
import { type Thresholds, type Trouble } from "../../shared/nodes/trouble";
import { type TroubleStep, TroubleTracker } from "./troubleTracker";

/** Agents connect again to a server that restarted within this time. */
const restartMs = 15_000;

/**
 * The nodes of one server with their latest reports, joined on getNodes. Statuses come in parts; the work
 * for a part grows with the part, not with the fleet.
 */
export class NodeStore {
  #nodes: ReadonlyMap<string, KomariNode> = new Map();
  readonly #statuses = new Map<string, NodeStatus>();
  readonly #renewals = new Renewals();
  readonly #trails = new CpuTrails();
  readonly #unknown = new Set<string>();
  #nodesLoaded = false;
  #isFresh = false;
  /** Our time of the first statuses after a disconnection or a time without statuses. */
  #backAt: number | undefined;
  #receivedAt: number | undefined;
  readonly #tally = new PresenceTally();
  readonly #tracker = new TroubleTracker();

  constructor(readonly serverClock = new ServerClock()) {}

  get nodes(): ReadonlyMap<string, KomariNode> {
    return this.#nodes;
  }

  /** False until it is known which nodes there are. */
  get nodesLoaded(): boolean {
    return this.#nodesLoaded || this.#nodes.size > 0;
  }

  /** Whether statuses are coming in. */
  get isFresh(): boolean {
    return this.#isFresh;
  }

  /** Our time of the latest statuses; undefined: none came. */
  get receivedAt(): number | undefined {
    return this.#receivedAt;
  }

  /** Our time of the oldest status that is not out of date. */
  get oldestAt(): number | undefined {
    return this.#renewals.oldestAt;
  }

  status(uuid: string): NodeStatus | undefined {
    return this.#statuses.get(uuid);
  }

  /** The CPU of the last minutes. @param at our time, by `Clock.now`. */
  cpuTrail(uuid: string, at: number): Uint8Array {
    return this.#trails.of(uuid, at);
  }

  presence(uuid: string): Presence | undefined {
    return this.#tally.presence(uuid);
  }

  /** The worst first; of a node that is stale as last known. */
  troubles(uuid: string): readonly Trouble[] {
    return this.#tracker.of(uuid);
  }

  counts(): PresenceCounts {
    return this.#tally.counts;
  }

  setNodes(nodes: readonly KomariNode[]): NodeChange {
    const wasDescribed = this.nodesLoaded;
    this.#nodesLoaded = true;
    const change = this.#replaceNodes(nodes);
    // That a server has no nodes is a change, too.
    return wasDescribed ? change : { ...change, structure: true };
  }

  /**
   * @param receivedAt our time, by `Clock.now`.
   * @returns also the nodes to request again soon: see `#mayBeRestarting`.
   */
  setStatuses(
    response: StatusResponse,
    receivedAt: number,
  ): { readonly change: NodeChange; readonly postponed: readonly string[] } {
    this.#backAt ??= receivedAt;
    this.#receivedAt = receivedAt;
    this.serverClock.learnReports(response.statuses, receivedAt, response.uuids === undefined);
    const changes = new ChangedNodes();
    const postponed: string[] = [];
    for (const uuid of coveredBy(response, () => [...this.#nodes.keys(), ...this.#unknown])) {
      if (this.#mayBeRestarting(uuid, response, receivedAt)) postponed.push(uuid);
      else this.#renew(uuid, response, receivedAt, changes);
    }
    // A server without nodes also has to become live.
    if (!this.#isFresh && (postponed.length === 0 || changes.uuids.size > 0)) {
      this.#isFresh = changes.presence = true;
    }
    return { change: changes, postponed };
  }

  setThresholds(thresholds: Thresholds): NodeChange {
    this.#tracker.setThresholds(thresholds);
    const changes = new ChangedNodes();
    for (const node of this.#nodes.values()) {
      if (this.#judge(node) === undefined) continue;
      changes.trouble = true;
      changes.uuids.add(node.uuid);
      this.#count(node);
    }
    return changes;
  }

  /** Nodes that report though getNodes does not list them. */
  unknownUuids(): string[] {
    return [...this.#unknown];
  }

  /** For a server whose getNodes fails while its statuses work: better a bare row than none. */
  fillFromStatuses(): NodeChange {
    if (this.#nodesLoaded) return new ChangedNodes();
    return this.#replaceNodes([...this.#statuses.keys()].map(placeholderNode));
  }

  /** The connection was lost, if only for a moment: the server may have restarted. */
  setInterrupted(): void {
    this.#backAt = undefined;
  }

  /** Statuses no longer arrive: nodes that were online may no longer be. */
  setStale(): NodeChange {
    this.setInterrupted();
    if (!this.#isFresh) return new ChangedNodes();
    this.#isFresh = false;
    this.#renewals.expireAll();
    return { ...this.#interrupt(this.#nodes.keys()), presence: true };
  }

  /** The statuses last renewed at `time` or before become outdated. */
  expire(time: number): NodeChange {
    return this.#interrupt(this.#renewals.expire(time));
  }

  #interrupt(uuids: Iterable<string>): NodeChange {
    const changes = new ChangedNodes();
    for (const uuid of uuids) {
      this.#tracker.interrupt(uuid);
      const node = this.#nodes.get(uuid);
      if (node === undefined) continue;
      this.#count(node);
      changes.uuids.add(uuid);
    }
    changes.presence = changes.trouble = changes.uuids.size > 0;
    return changes;
  }

  #renew(uuid: string, response: StatusResponse, receivedAt: number, changes: ChangedNodes): void {
    const before = this.#statuses.get(uuid);
    const renewedBefore = this.#renewals.renew(uuid, receivedAt);
    const status = statusIn(response, uuid, before);
    if (status === undefined) this.#statuses.delete(uuid);
    else this.#statuses.set(uuid, status);
    if (status?.online === true && status.cpu !== undefined) {
      this.#trails.add(uuid, status.cpu, receivedAt);
    }
    const node = this.#nodes.get(uuid);
    if (node === undefined) {
      if (status === undefined) this.#forget(uuid);
      else this.#unknown.add(uuid);
      return;
    }
    const turned = before?.online !== status?.online || renewedBefore === undefined;
    const reported = turned || !sameReport(before, status);
    const step =
      reported || isMinuteLater(renewedBefore, receivedAt) ? this.#judge(node) : undefined;
    if (!reported && step === undefined) return;
    changes.presence ||= turned;
    changes.trouble ||= step !== undefined && changesHealth(step);
    changes.uuids.add(uuid);
    this.#count(node);
  }

  /**
   * A server that restarted lists no status of a node until its agent has connected again: for a moment
   * all of them would be offline. Only a node that was online before the interruption stays as it was.
   */
  #mayBeRestarting(uuid: string, { statuses }: StatusResponse, receivedAt: number): boolean {
    if (this.#backAt === undefined || receivedAt >= this.#backAt + restartMs) return false;
    const wasOnline = this.#nodes.has(uuid) && this.#statuses.get(uuid)?.online === true;
    return wasOnline && !statuses.has(uuid) && !this.#renewals.wasRenewedSince(uuid, this.#backAt);
  }

  #replaceNodes(nodes: readonly KomariNode[]): NodeChange {
    const before = this.#nodes;
    this.#nodes = new Map(nodes.map((node) => [node.uuid, node]));
    const uuids = changedNodes(before, this.#nodes);
    for (const uuid of uuids) {
      const node = this.#nodes.get(uuid);
      if (node === undefined) this.#remove(uuid);
      else {
        this.#unknown.delete(uuid);
        this.#judge(node);
        this.#count(node);
      }
    }
    const some = uuids.size > 0;
    return { structure: some, presence: some, trouble: some, uuids };
  }

  /** A server may go on reporting a node that it no longer lists. */
  #remove(uuid: string): void {
    this.#tracker.forget(uuid);
    this.#tally.delete(uuid);
    if (this.#statuses.has(uuid)) this.#unknown.add(uuid);
    else this.#forget(uuid);
  }

  #forget(uuid: string): void {
    this.#unknown.delete(uuid);
    this.#renewals.forget(uuid);
    this.#trails.forget(uuid);
  }

  /** While its status is out of date, a node's troubles stay as last known. */
  #judge(node: KomariNode): TroubleStep | undefined {
    if (!this.#renewals.isFresh(node.uuid)) return undefined;
    const status = this.#statuses.get(node.uuid);
    const judged = { node, status, presence: this.#presenceOf(node) };
    return this.#tracker.judge(judged, this.serverClock.at(this.#receivedAt ?? 0));
  }

  #count(node: KomariNode): void {
    const troubles = this.#tracker.of(node.uuid);
    this.#tally.set(node.uuid, { presence: this.#presenceOf(node), troubles });
  }

  #presenceOf(node: KomariNode): Presence {
    const { uuid } = node;
    const fresh = this.#renewals.isFresh(uuid);
    return presenceOf(node, this.#statuses.get(uuid), fresh, this.#renewals.wasCovered(uuid));
  }
}
