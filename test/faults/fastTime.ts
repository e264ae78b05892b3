import { setTimeout as sleep } from "node:timers/promises";
import zlib from "node:zlib";
import { FakeClock } from "../builders/fakeClock";
import { hasTls, isUnderWay } from "./loopback";

/** Turns of the event loop after which nothing that has arrived waits any more. */
const calmTurns = 8;
/** What a thread or TLS has in its hands. */
const calmMs = 1;
/** Rounds after which what is under way counts as swallowed. No time, which passes also while other processes run. */
const maxRounds = 60;
/** So many timers in one stretch of time are a loop. */
const maxSteps = 50_000;

let unpacking = 0;

/** Threads unpack, of which the event loop does not know: counts the streams that they work for. */
function watchUnpacking(): void {
  const { createBrotliDecompress, createGunzip, createInflate, createInflateRaw, createUnzip } =
    zlib;
  const watched = {
    createBrotliDecompress,
    createGunzip,
    createInflate,
    createInflateRaw,
    createUnzip,
  };
  for (const [name, create] of Object.entries(watched)) {
    const value = (options?: zlib.ZlibOptions): ReturnType<typeof create> => {
      const stream = create(options);
      unpacking += 1;
      stream.once("close", () => {
        unpacking -= 1;
      });
      return stream;
    };
    Object.defineProperty(zlib, name, { value, configurable: true, enumerable: true });
  }
}

watchUnpacking();

/**
 * The clocks of a client and of a server. Time passes as fast as the machine allows and only while nothing is
 * under way, so that neither the number of seconds nor the load of the machine decides what a test sees.
 */
export class FastTime {
  readonly client: FakeClock;
  readonly server: FakeClock;
  #activity = 0;

  constructor(now = Date.now()) {
    this.client = new FakeClock(now);
    this.server = new FakeClock(now);
  }

  /** Something has arrived or was sent. */
  readonly touch = (): void => {
    this.#activity += 1;
  };

  /** Resolves when nothing is under way. */
  async settle(): Promise<void> {
    let seen = -1;
    for (let rounds = 0; ; rounds += 1) {
      if (seen !== this.#activity) rounds = 0;
      seen = this.#activity;
      await turns();
      await sleep(hasTls() ? 4 * calmMs : calmMs);
      await turns();
      const waits = isUnderWay() && rounds < maxRounds;
      if (seen === this.#activity && unpacking === 0 && !waits) return;
    }
  }

  /** Lets `ms` milliseconds pass. */
  async pass(ms: number): Promise<void> {
    let leftMs = ms;
    for (let steps = 0; leftMs > 0; steps += 1) {
      if (steps > maxSteps) throw new Error(`more than ${maxSteps} timers in ${ms} ms`);
      await this.settle();
      const stepMs = Math.min(leftMs, untilNext(this.client), untilNext(this.server));
      this.client.advance(stepMs);
      this.server.advance(stepMs);
      leftMs -= stepMs;
    }
    await this.settle();
  }

  /** The client's machine sleeps: its timers stand still, the rest of the world goes on. */
  async sleep(ms: number): Promise<void> {
    this.client.sleep(ms);
    this.server.advance(ms);
    await this.settle();
  }
}

async function turns(): Promise<void> {
  for (let turn = 0; turn < calmTurns; turn += 1) {
    await new Promise((resolve) => setImmediate(resolve));
  }
}

/** At least a little, for timers that are due at once set new ones. */
function untilNext(clock: FakeClock): number {
  return clock.nextAt === undefined ? Infinity : Math.max(1, clock.nextAt - clock.now());
}
