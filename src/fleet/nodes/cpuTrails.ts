import { noSample, trailLength, trailStepMs } from "../../shared/fleet/fleetFigures";

interface Trail {
  /** A ring: the sample of a step stands at the step modulo the length. */
  readonly percents: Uint8Array;
  /** The step of the last sample. */
  lastStep: number;
}

/** The CPU of each node in the last minutes: whole percents, one per step, 30 bytes a node. */
export class CpuTrails {
  readonly #trails = new Map<string, Trail>();

  /** Within a step the last sample counts. @param at our time, by `Clock.now`. */
  add(uuid: string, cpu: number, at: number): void {
    const step = Math.floor(at / trailStepMs);
    const trail = this.#trails.get(uuid) ?? this.#create(uuid, step);
    clearBetween(trail, step);
    trail.percents[step % trailLength] = Math.round(Math.min(100, Math.max(0, cpu)));
    trail.lastStep = Math.max(trail.lastStep, step);
  }

  /** Oldest first, up to now; see `CpuTrails` of the fleet's page. @param at our time. */
  of(uuid: string, at: number): Uint8Array {
    const ordered = new Uint8Array(trailLength).fill(noSample);
    const trail = this.#trails.get(uuid);
    if (trail === undefined) return ordered;
    const now = Math.floor(at / trailStepMs);
    for (let back = 0; back < trailLength; back++) {
      const step = now - back;
      const isKept = step <= trail.lastStep && step > trail.lastStep - trailLength && step >= 0;
      if (isKept) ordered[trailLength - 1 - back] = trail.percents[step % trailLength] ?? noSample;
    }
    return ordered;
  }

  forget(uuid: string): void {
    this.#trails.delete(uuid);
  }

  #create(uuid: string, step: number): Trail {
    const trail = { percents: new Uint8Array(trailLength).fill(noSample), lastStep: step };
    this.#trails.set(uuid, trail);
    return trail;
  }
}

/** Steps without a sample are gaps, not what stood there a round before. */
function clearBetween({ percents, lastStep }: Trail, step: number): void {
  const from = Math.max(lastStep + 1, step - trailLength + 1);
  for (let between = from; between < step; between++) percents[between % trailLength] = noSample;
}
