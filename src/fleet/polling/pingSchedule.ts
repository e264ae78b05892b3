import { supportsStatusWithoutPings } from "../../komari/features";
import { type PartKind } from "./pollPolicy";

/** Where statuses can be had without pings, the pings of nodes off screen are requested this often. */
const pingsEveryMs = 5 * 60_000;

/** Which statuses come with their pings, on servers that can leave them out. */
export class PingSchedule {
  #areOptional = false;
  readonly #requestedAt = new Map<string, number>();

  setMethods(methods: ReadonlySet<string>): void {
    this.#areOptional = supportsStatusWithoutPings(methods);
  }

  /** From here on they count as requested. */
  take(kind: PartKind, uuids: readonly string[], now: number): "statuses" | "statusesWithoutPings" {
    if (!this.#areOptional) return "statuses";
    const hasPings = kind === "visible" || uuids.some((uuid) => this.#isDue(uuid, now));
    for (const uuid of uuids) {
      if (hasPings || !this.#requestedAt.has(uuid)) this.#requestedAt.set(uuid, now);
    }
    return hasPings ? "statuses" : "statusesWithoutPings";
  }

  keepOnly(known: ReadonlySet<string>): void {
    for (const uuid of this.#requestedAt.keys())
      if (!known.has(uuid)) this.#requestedAt.delete(uuid);
  }

  /** The first time they are not: the statuses are to come soon. */
  #isDue(uuid: string, now: number): boolean {
    return now - (this.#requestedAt.get(uuid) ?? now) >= pingsEveryMs;
  }
}
