import { type Clock } from "../../util/clock";
import { type Disposable } from "../../util/disposable";
import { type NodeChange } from "../nodes/nodeChange";
import { type NodeStore } from "../nodes/nodeStore";
import { type StatusPlan } from "./statusPlan";

/** A status is out of date once its renewal is missing for so many times as long as it usually takes. */
const missedRenewals = 3;
const minMs = 60_000;
/** However slow the server is, unless the user wants fewer requests. */
const maxMs = 10 * 60_000;

/** Has nodes out of date whose status was not renewed for long: its part failed, or its turn does not come. */
export class Freshness implements Disposable {
  #timer: Disposable | undefined;

  constructor(
    private readonly store: NodeStore,
    private readonly plan: StatusPlan,
    private readonly clock: Clock,
    private readonly announce: (change: NodeChange) => void,
  ) {}

  /** Statuses have come. */
  update(): void {
    this.#timer?.dispose();
    this.#timer = undefined;
    const limitMs = this.#limitMs();
    this.announce(this.store.expire(this.clock.now() - limitMs));
    const { oldestAt } = this.store;
    if (oldestAt === undefined) return;
    const delayMs = oldestAt + limitMs - this.clock.now();
    this.#timer = this.clock.setTimeout(() => this.update(), delayMs);
  }

  dispose(): void {
    this.#timer?.dispose();
  }

  #limitMs(): number {
    const { renewalMs, intervalMs } = this.plan;
    const limit = Math.min(missedRenewals * renewalMs, maxMs);
    return Math.max(minMs, limit, missedRenewals * intervalMs);
  }
}
