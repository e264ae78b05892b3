import { type KomariNode, type NodeStatus } from "../komari/model";
import { placeholderNode } from "./placeholderNode";
import { countPresences, type Presence, type PresenceCounts, presenceOf } from "./presence";
import { isExpiring, isHot, type Thresholds, type Trouble } from "./trouble";
import { type TroubleStep, TroubleTracker } from "./troubleTracker";

/** What a step of the store changed; nothing else needs to be drawn again. */
export interface NodeChange {
  /** Nodes came, went or were described anew: groups and order may differ. */
  readonly structure: boolean;
  /** At least one node went online, offline or stale. */
  readonly presence: boolean;
  /** At least one node started or stopped being hot or expiring. */
  readonly trouble: boolean;
  /** Nodes whose description, report or troubles differ. */
  readonly uuids: ReadonlySet<string>;
}

const noChange: NodeChange = {
  structure: false,
  presence: false,
  trouble: false,
  uuids: new Set(),
};

/** How often it is looked whether a contract is about to end, though nothing was reported. */
const expiryCheckMs = 60_000;

/** Agents connect again to a server that restarted within this time. */
const restartMs = 15_000;

/** The nodes of one server with their latest reports, joined on getNodes. */
export class NodeStore {
  #nodes: ReadonlyMap<string, KomariNode> = new Map();
  #statuses: ReadonlyMap<string, NodeStatus> = new Map();
  #described = false;
  /** Whether the statuses are being kept up to date. */
  #live = false;
  #heard = false;
  /** Our time of the first statuses after a time without. */
  #backAt: number | undefined;
  #clockOffset = 0;
  #counts: PresenceCounts | undefined;
  readonly #tracker = new TroubleTracker();
  /** Our time of the latest statuses: expiry is judged by it. */
  #receivedAt = 0;
  #expiriesCheckedAt = -Infinity;

  get nodes(): ReadonlyMap<string, KomariNode> {
    return this.#nodes;
  }

  /** False until it is known which nodes there are. */
  get described(): boolean {
    return this.#described || this.#nodes.size > 0;
  }

  /** Whether statuses ever came. */
  get heard(): boolean {
    return this.#heard;
  }

  get live(): boolean {
    return this.#live;
  }

  /** Our time of the latest statuses; undefined: none came. */
  get receivedAt(): number | undefined {
    return this.#heard ? this.#receivedAt : undefined;
  }

  status(uuid: string): NodeStatus | undefined {
    return this.#statuses.get(uuid);
  }

  presence(uuid: string): Presence | undefined {
    const node = this.#nodes.get(uuid);
    return node && this.#presenceOf(node);
  }

  /** The worst first; of a node that is stale as last known. */
  troubles(uuid: string): readonly Trouble[] {
    return this.#tracker.of(uuid);
  }

  counts(): PresenceCounts {
    this.#counts ??= countPresences(
      Array.from(this.#nodes.values(), (node) => ({
        presence: this.#presenceOf(node),
        troubles: this.#tracker.of(node.uuid),
      })),
    );
    return this.#counts;
  }

  /** The server's clock, which may differ from ours: ages are told against it. */
  serverTime(localTime: number): number {
    return localTime + this.#clockOffset;
  }

  setNodes(nodes: readonly KomariNode[]): NodeChange {
    const wasDescribed = this.described;
    this.#described = true;
    const change = this.#replaceNodes(nodes);
    // Also the news that there are none is to be told.
    return wasDescribed ? change : { ...change, structure: true };
  }

  /** @param receivedAt our time, in milliseconds since the epoch. */
  setStatuses(statuses: ReadonlyMap<string, NodeStatus>, receivedAt: number): NodeChange {
    if (this.#isRestarting(statuses, receivedAt)) return noChange;
    const before = this.#statuses;
    const wasLive = this.#live;
    this.#statuses = statuses;
    this.#live = true;
    this.#heard = true;
    this.#receivedAt = receivedAt;
    this.#clockOffset = clockOffset(statuses, receivedAt) ?? this.#clockOffset;
    const checksExpiry = Math.abs(receivedAt - this.#expiriesCheckedAt) >= expiryCheckMs;
    if (checksExpiry) this.#expiriesCheckedAt = receivedAt;
    const uuids = new Set<string>();
    let presence = false;
    let trouble = false;
    for (const [uuid, node] of this.#nodes) {
      const [old, now] = [before.get(uuid), statuses.get(uuid)];
      const turned = old?.online !== now?.online || !wasLive;
      presence ||= turned;
      const reported = turned || !sameReport(old, now);
      const step = reported || checksExpiry ? this.#judge(node) : undefined;
      trouble ||= step !== undefined && isTurn(step);
      if (reported || step !== undefined) uuids.add(uuid);
    }
    return this.#changed({ structure: false, presence, trouble, uuids });
  }

  setThresholds(thresholds: Thresholds): NodeChange {
    this.#tracker.setThresholds(thresholds);
    const steps = [...this.#nodes.values()].map((node) => [node.uuid, this.#judge(node)] as const);
    const changed = steps.filter(([, step]) => step !== undefined);
    return this.#changed({
      structure: false,
      presence: false,
      trouble: changed.length > 0,
      uuids: new Set(changed.map(([uuid]) => uuid)),
    });
  }

  /** Nodes that report though getNodes has not told them (yet, or no more). */
  unknownUuids(): string[] {
    return [...this.#statuses.keys()].filter((uuid) => !this.#nodes.has(uuid));
  }

  /** For a server whose getNodes fails while its statuses work: better a bare row than none. */
  fillFromStatuses(): NodeChange {
    if (this.#described) return noChange;
    return this.#replaceNodes([...this.#statuses.keys()].map(placeholderNode));
  }

  /** The server is disconnected: nodes that were online may no longer be. */
  setNotLive(): NodeChange {
    this.#backAt = undefined;
    if (!this.#live) return noChange;
    this.#live = false;
    this.#tracker.interrupt();
    const uuids = new Set(this.#nodes.keys());
    return this.#changed({ structure: false, presence: true, trouble: true, uuids });
  }

  /**
   * A server that restarted lists no status of a node until its agent has connected again: for a moment
   * all of them would be offline.
   */
  #isRestarting(statuses: ReadonlyMap<string, NodeStatus>, receivedAt: number): boolean {
    if (this.#live) return false;
    this.#backAt ??= receivedAt;
    const isMissing = [...this.#statuses].some(
      ([uuid, { online }]) => online && this.#nodes.has(uuid) && !statuses.has(uuid),
    );
    return isMissing && receivedAt < this.#backAt + restartMs;
  }

  #replaceNodes(nodes: readonly KomariNode[]): NodeChange {
    const before = this.#nodes;
    this.#nodes = new Map(nodes.map((node) => [node.uuid, node]));
    const uuids = new Set<string>();
    for (const node of nodes) if (!sameNode(before.get(node.uuid), node)) uuids.add(node.uuid);
    for (const uuid of before.keys()) if (!this.#nodes.has(uuid)) uuids.add(uuid);
    for (const uuid of uuids) {
      const node = this.#nodes.get(uuid);
      if (node === undefined) this.#tracker.forget(uuid);
      else this.#judge(node);
    }
    const some = uuids.size > 0;
    return this.#changed({ structure: some, presence: some, trouble: some, uuids });
  }

  /** While statuses are stale, troubles stay as last known. */
  #judge(node: KomariNode): TroubleStep | undefined {
    if (!this.#live) return undefined;
    const status = this.#statuses.get(node.uuid);
    const judged = { node, status, presence: this.#presenceOf(node) };
    return this.#tracker.judge(judged, this.serverTime(this.#receivedAt));
  }

  #presenceOf(node: KomariNode): Presence {
    return presenceOf(node, this.#statuses.get(node.uuid), this.#live, this.#heard);
  }

  #changed(change: NodeChange): NodeChange {
    if (change.presence || change.structure || change.trouble) this.#counts = undefined;
    return change;
  }
}

/** The node counts among the hot or the expiring now and did not before, or no longer does. */
function isTurn({ before, after }: TroubleStep): boolean {
  return isHot(before) !== isHot(after) || isExpiring(before) !== isExpiring(after);
}

/** Wire order of keys is the server's own, so equal nodes serialise equally. */
function sameNode(old: KomariNode | undefined, now: KomariNode): boolean {
  return old !== undefined && described(old) === described(now);
}

/** Without what we do not know, which nobody sees and may be nested without end. */
function described(node: KomariNode): string {
  return JSON.stringify({ ...node, unknown: undefined });
}

function sameReport(old: NodeStatus | undefined, now: NodeStatus | undefined): boolean {
  return (
    old?.time === now?.time &&
    old?.cpu === now?.cpu &&
    old?.memoryUsed === now?.memoryUsed &&
    old?.networkIn === now?.networkIn &&
    old?.networkOut === now?.networkOut
  );
}

/** The newest report of an online node is at most seconds old, so it tells the server's time. */
function clockOffset(
  statuses: ReadonlyMap<string, NodeStatus>,
  receivedAt: number,
): number | undefined {
  let newest: number | undefined;
  for (const { online, time } of statuses.values()) {
    if (online && time !== undefined && (newest === undefined || time > newest)) newest = time;
  }
  return newest === undefined ? undefined : newest - receivedAt;
}
