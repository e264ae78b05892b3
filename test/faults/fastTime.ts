import { setTimeout as sleep } from "node:timers/promises";
import { FakeClock } from "../builders/fakeClock";

/** Turns of the event loop without any activity after which nothing is under way on loopback any more. */
const calmTurns = 8;
/** Of a machine that is busy: packets may be a little late. */
const calmMs = 1;
/** So many timers in one stretch of time are a loop. */
const maxSteps = 50_000;

/** What the kernel or a thread still works on. */
const underWay: ReadonlySet<string> = new Set([
  "TCPConnectWrap",
  "GetAddrInfoReqWrap",
  "FSReqCallback",
  "FSReqPromise",
]);

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
    for (let seen = -1; seen !== this.#activity;) {
      seen = this.#activity;
      for (let turn = 0; turn < calmTurns; turn += 1) {
        await new Promise((resolve) => setImmediate(resolve));
      }
      await sleep(calmMs);
      if (process.getActiveResourcesInfo().some((kind) => underWay.has(kind))) this.touch();
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

/** At least a little, for timers that are due at once set new ones. */
function untilNext(clock: FakeClock): number {
  return clock.nextAt === undefined ? Infinity : Math.max(1, clock.nextAt - clock.now());
}
