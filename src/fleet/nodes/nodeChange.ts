import { type KomariNode, type NodeStatus } from "../../komari/model/model";
import { isExpiring, isHot } from "../../shared/nodes/trouble";
import { type TroubleStep } from "./troubleTracker";

/** What an update of the store changed; nothing else needs to be redrawn. */
export interface NodeChange {
  /** Nodes were added, removed or edited: groups and order may differ. */
  readonly structure: boolean;
  /** At least one node went online, offline or stale. */
  readonly presence: boolean;
  /** At least one node started or stopped being hot or expiring. */
  readonly trouble: boolean;
  /** Nodes whose description, report or troubles differ. */
  readonly uuids: ReadonlySet<string>;
}

/** A change under construction. */
export class ChangedNodes implements NodeChange {
  readonly structure = false;
  presence = false;
  trouble = false;
  readonly uuids = new Set<string>();
}

/** How often expiry is checked without a new report. */
const expiryCheckMs = 60_000;

/** Whether another minute has begun since `before`; true without `before`. */
export function isMinuteLater(before: number | undefined, now: number): boolean {
  if (before === undefined) return true;
  return Math.floor(before / expiryCheckMs) !== Math.floor(now / expiryCheckMs);
}

/** Whether the node starts or stops being hot or expiring. */
export function changesHealth({ before, after }: TroubleStep): boolean {
  return isHot(before) !== isHot(after) || isExpiring(before) !== isExpiring(after);
}

/** Nodes that were added, removed or edited. */
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
  return old !== undefined && JSON.stringify(old) === JSON.stringify(now);
}

export function sameReport(old: NodeStatus | undefined, now: NodeStatus | undefined): boolean {
  return (
    old?.time === now?.time &&
    old?.cpu === now?.cpu &&
    old?.memory === now?.memory &&
    old?.networkIn === now?.networkIn &&
    old?.networkOut === now?.networkOut &&
    (old?.ping === undefined) === (now?.ping === undefined)
  );
}
