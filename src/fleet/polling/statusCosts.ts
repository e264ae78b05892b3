import { type PartKind } from "./pollPolicy";

/**
 * How long a server keeps the pings of a node that it has worked out. Asking within this time is cheap;
 * komari 1.2.6 and later take from 30 ms to several seconds a node after it.
 */
export const cacheMs = 60_000;

/**
 * The server's cache may have been filled anywhere within a call, or by another client: so long before its time and after
 * it, a node may have to be worked out or not.
 */
const uncertainMs = 5_000;

/** Of a node that the server may have to work out, before anything is known of this server. */
const presumedMs = { fromMetrics: 40, fromRecords: 5 } as const;
const presumedWarmMs = 1;
const minMs = 0.01;

/** How long a request should take. */
export const targetMs = 1_000;
/**
 * As few nodes as a part has, however long they take. Of a server that takes a second for a node a part then takes no
 * longer than what counts as slow; what is live without its pings waits for those of one node only.
 */
export const minNodes = { visible: 5, pings: 1, rest: 5 } as const satisfies Record<
  PartKind,
  number
>;

/** The longest part of a response's time that is taken for the way there and back. */
const maxLatencyMs = 500;
const latencyGrowth = 1.05;

/** Milliseconds that a server takes for a node. */
class NodeCost {
  #hasRisen = false;
  #isMeasured = false;

  constructor(public ms: number) {}

  /** Whether anything was learned. */
  get isMeasured(): boolean {
    return this.#isMeasured;
  }

  /**
   * Comes down fast until the server was slow once, and carefully from then on. Few nodes say less than as
   * many as fill a request.
   */
  learn(sample: number, nodes: number): void {
    const isFirst = !this.#isMeasured;
    this.#isMeasured = true;
    const weight = Math.min(1, (nodes * Math.max(sample, this.ms)) / targetMs);
    if (sample > this.ms) {
      this.ms += (sample - this.ms) * (isFirst ? 1 : weight / 2);
      this.#hasRisen = true;
    } else {
      const steepest = this.#hasRisen ? 1.25 : 4;
      this.ms = Math.max(sample, this.ms / (1 + (steepest - 1) * weight), minMs);
    }
  }
}

/** What a server takes for the status of a node, learned from how long its responses take. */
export class StatusCosts {
  #cold: NodeCost | undefined;
  readonly #warm = new NodeCost(presumedWarmMs);
  /** Our time of the call in which the server last worked out a node. */
  readonly #workedOutAt = new Map<string, number>();
  #latencyMs = maxLatencyMs;

  /** Before anything is known of the server. @param isFromMetrics see `worksOutPingsFromMetrics`. */
  presume(isFromMetrics: boolean): void {
    this.#cold ??= new NodeCost(presumedMs[isFromMetrics ? "fromMetrics" : "fromRecords"]);
  }

  /** Whether it is known what the server takes for a node that it has to work out. */
  get areMeasured(): boolean {
    return this.#coldCost.isMeasured;
  }

  /** Milliseconds of a node that the server has to work out. */
  get coldMs(): number {
    return this.#coldCost.ms;
  }

  /** Milliseconds that the node is likely to take. */
  of(uuid: string, now: number): number {
    return (this.#isWarm(uuid, now) ? this.#warm : this.#coldCost).ms;
  }

  /** Milliseconds of a request for these; Infinity: nothing is known yet. */
  expected(uuids: readonly string[], requestedAt: number): number {
    if (!this.areMeasured) return Infinity;
    return uuids.reduce((sum, uuid) => sum + this.of(uuid, requestedAt), this.#latencyMs);
  }

  /** As many nodes, from the first on, as the server is likely to manage in time, of a part of this kind. */
  fit(kind: PartKind, uuids: Iterable<string>, now: number, maxNodes: number): readonly string[] {
    const fitting: string[] = [];
    let costMs = 0;
    for (const uuid of uuids) {
      costMs += this.of(uuid, now);
      if (fitting.length >= maxNodes || (fitting.length >= minNodes[kind] && costMs > targetMs))
        break;
      fitting.push(uuid);
    }
    return fitting;
  }

  /** How long any request took: the way there and back takes no longer. */
  learnLatency(tookMs: number): void {
    this.#latencyMs = Math.min(tookMs, this.#latencyMs * latencyGrowth, maxLatencyMs);
  }

  /** @param requestedAt our time of the call. */
  learn(uuids: readonly string[], requestedAt: number, tookMs: number): void {
    this.learnLatency(tookMs);
    // Requested while no node is known.
    if (uuids.length === 0) return;
    const net = Math.max(0, tookMs - this.#latencyMs);
    const rest = uuids.filter((uuid) => !this.#isWarm(uuid, requestedAt));
    const warm = uuids.length - rest.length;
    const sample = Math.max(0, net - warm * this.#warm.ms) / rest.length;
    // Little says nothing of the cost where some may still have been there.
    const isCold = rest.every((uuid) => this.#isCold(uuid, requestedAt)) || sample > this.coldMs;
    const wereWorkedOut = sample >= this.coldMs / 2;
    if (rest.length === 0) this.#warm.learn(net / warm, warm);
    else if (isCold) this.#coldCost.learn(sample, rest.length);
    for (const uuid of rest) {
      if (wereWorkedOut || this.#isCold(uuid, requestedAt))
        this.#workedOutAt.set(uuid, requestedAt);
    }
  }

  keepOnly(known: ReadonlySet<string>): void {
    for (const uuid of this.#workedOutAt.keys()) {
      if (!known.has(uuid)) this.#workedOutAt.delete(uuid);
    }
  }

  get #coldCost(): NodeCost {
    this.#cold ??= new NodeCost(presumedMs.fromMetrics);
    return this.#cold;
  }

  #isWarm(uuid: string, now: number): boolean {
    const at = this.#workedOutAt.get(uuid);
    return at !== undefined && now < at + cacheMs - uncertainMs;
  }

  /** Whether the server no longer has it for sure; what is neither warm nor cold may have to be worked out. */
  #isCold(uuid: string, now: number): boolean {
    const at = this.#workedOutAt.get(uuid);
    return at === undefined || now - at >= cacheMs + uncertainMs;
  }
}
