import {
  loadPerCore,
  quotaShare,
  type ReportedNode,
  valueOf,
  worstLoss,
  worstPing,
} from "./nodeFacts";
import { daysLeft } from "../../shared/nodes/contract";
import { type Presence } from "../../shared/nodes/presence";
import {
  compareTroubles,
  type ThresholdKey,
  thresholdKeys,
  type Thresholds,
  type Trouble,
} from "../../shared/nodes/trouble";

type MeasuredKey = Exclude<ThresholdKey, "expiry">;

function measure(key: MeasuredKey, reported: ReportedNode): number | undefined {
  if (key === "load") return loadPerCore(reported);
  if (key === "ping") return worstPing(reported);
  if (key === "quota") return quotaShare(reported);
  if (key === "loss") return worstLoss(reported);
  return valueOf(reported, key);
}

/** CPU goes up and down all the time: it counts once every sample of so long was high. */
const sustainedMs = 60_000;

/** A trouble ends this far below its threshold, so that a value at the threshold does not blink. */
const releaseShare = 0.98;

const noTroubles: readonly Trouble[] = [];

interface Judged extends ReportedNode {
  readonly presence: Presence;
}

/** The troubles of one server's nodes. A node costs nothing until its report changes. */
export class TroubleTracker {
  readonly #troubles = new Map<string, readonly Trouble[]>();
  /** When the first of an unbroken row of high CPU samples was taken. */
  readonly #cpuHighSince = new Map<string, number>();
  #limits: readonly (readonly [MeasuredKey, number])[] = [];
  #expiryDays: number | undefined;

  /** The caller evaluates all nodes again. */
  setThresholds(thresholds: Thresholds): void {
    this.#limits = thresholdKeys.flatMap((key) => {
      const limit = thresholds[key];
      return key === "expiry" || limit === undefined ? [] : [[key, limit] as const];
    });
    this.#expiryDays = thresholds.expiry;
    this.#cpuHighSince.clear();
  }

  /** The worst first. */
  of(uuid: string): readonly Trouble[] {
    return this.#troubles.get(uuid) ?? noTroubles;
  }

  /** @param now the server's time. Returns the troubles before and after if they differ. */
  judge(judged: Judged, now: number): TroubleStep | undefined {
    const { uuid } = judged.node;
    const before = this.of(uuid);
    const after = this.#findTroubles(judged, before, now);
    if (sameTroubles(before, after)) return undefined;
    if (after.length === 0) this.#troubles.delete(uuid);
    else this.#troubles.set(uuid, after);
    return { before, after };
  }

  forget(uuid: string): void {
    this.#troubles.delete(uuid);
    this.#cpuHighSince.delete(uuid);
  }

  /** Reports of the node were interrupted: earlier high values say nothing about the time in between. */
  interrupt(uuid: string): void {
    this.#cpuHighSince.delete(uuid);
  }

  #findTroubles(judged: Judged, before: readonly Trouble[], now: number): readonly Trouble[] {
    const found: Trouble[] = [];
    if (judged.presence === "online") {
      for (const [kind, limit] of this.#limits) {
        const value = measure(kind, judged);
        const held = before.some((trouble) => trouble.kind === kind);
        const isHigh = value !== undefined && value >= (held ? limit * releaseShare : limit);
        const counts = kind === "cpu" ? this.#isSustained(judged, isHigh, now) : isHigh;
        if (value !== undefined && counts) found.push({ kind, value, limit });
      }
    } else {
      this.#cpuHighSince.delete(judged.node.uuid);
    }
    const days = this.#daysLeft(judged, now);
    if (days !== undefined) found.push(days);
    return found.length === 0 ? noTroubles : found.sort(compareTroubles);
  }

  #isSustained({ node: { uuid }, status }: Judged, isHigh: boolean, now: number): boolean {
    if (!isHigh) {
      this.#cpuHighSince.delete(uuid);
      return false;
    }
    const time = status?.time ?? now;
    // The node's clock may have been set back.
    const since = Math.min(this.#cpuHighSince.get(uuid) ?? time, time);
    this.#cpuHighSince.set(uuid, since);
    return time - since >= sustainedMs;
  }

  /** A node with automatic renewal does not expire. */
  #daysLeft(judged: Judged, now: number): Trouble | undefined {
    const limit = this.#expiryDays;
    if (limit === undefined || judged.node.autoRenewal) return undefined;
    const value = daysLeft(judged.node.expiry, now);
    return value === undefined || value > limit ? undefined : { kind: "expiry", value, limit };
  }
}

export interface TroubleStep {
  readonly before: readonly Trouble[];
  readonly after: readonly Trouble[];
}

function sameTroubles(before: readonly Trouble[], after: readonly Trouble[]): boolean {
  return (
    before.length === after.length &&
    before.every(({ kind, value, limit }, index) => {
      const other = after[index];
      return other?.kind === kind && other.value === value && other.limit === limit;
    })
  );
}
