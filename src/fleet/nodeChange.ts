import { type KomariNode, type NodeStatus } from "../komari/model";
import { isExpiring, isHot } from "./trouble";
import { type TroubleStep } from "./troubleTracker";

/** What a step of the store changed; nothing else needs to be drawn again. */
export interface NodeChange {
  /** Nodes came, went or were described again: groups and order may differ. */
  readonly structure: boolean;
  /** At least one node went online, offline or stale. */
  readonly presence: boolean;
  /** At least one node started or stopped being hot or expiring. */
  readonly trouble: boolean;
  /** Nodes whose description, report or troubles differ. */
  readonly uuids: ReadonlySet<string>;
}

/** A change that is being put together. */
export class ChangedNodes implements NodeChange {
  readonly structure = false;
  presence = false;
  trouble = false;
  readonly uuids = new Set<string>();
}

/** How often it is looked whether a contract is about to end, though nothing was reported. */
const expiryCheckMs = 60_000;

/** Whether a minute has begun since; without one before it has. */
export function isMinuteLater(before: number | undefined, now: number): boolean {
  if (before === undefined) return true;
  return Math.floor(before / expiryCheckMs) !== Math.floor(now / expiryCheckMs);
}

/** The node counts among the hot or the expiring now and did not before, or no longer does. */
export function isTurn({ before, after }: TroubleStep): boolean {
  return isHot(before) !== isHot(after) || isExpiring(before) !== isExpiring(after);
}

/** Nodes that came, went or are described otherwise. */
export function changedNodes(
  before: ReadonlyMap<string, KomariNode>,
  now: ReadonlyMap<string, KomariNode>,
): ReadonlySet<string> {
  const uuids = new Set<string>();
  for (const [uuid, node] of now) if (!sameNode(before.get(uuid), node)) uuids.add(uuid);
  for (const uuid of before.keys()) if (!now.has(uuid)) uuids.add(uuid);
  return uuids;
}

/** Wire order of keys is the server's own, so equal nodes serialize equally. */
function sameNode(old: KomariNode | undefined, now: KomariNode): boolean {
  return old !== undefined && described(old) === described(now);
}

/** Without what we do not know, which nobody sees and may be nested without end. */
function described(node: KomariNode): string {
  return JSON.stringify({ ...node, unknown: undefined });
}

export function sameReport(old: NodeStatus | undefined, now: NodeStatus | undefined): boolean {
  return (
    old?.time === now?.time &&
    old?.cpu === now?.cpu &&
    old?.memoryUsed === now?.memoryUsed &&
    old?.networkIn === now?.networkIn &&
    old?.networkOut === now?.networkOut &&
    (old?.ping === undefined) === (now?.ping === undefined)
  );
}
