import { RpcError } from "./rpcError";
import { type World } from "./world";

/** The few places that some servers have for expensive queries. */
export class QueryPlaces {
  #taken = 0;
  readonly #waiting = new Set<() => void>();

  /** Runs `work` in a place of its own, if `method` needs one; throws what a busy server says. */
  async run<T>(method: string, work: () => Promise<T>, world: World): Promise<T> {
    if (!world.knobs.queryMethods.includes(method)) return work();
    if (this.#taken < world.knobs.queryPlaces) this.#taken += 1;
    else await this.#place(world);
    try {
      return await work();
    } finally {
      this.#leave();
    }
  }

  /** Resolves when another query has left its place. */
  #place({ knobs, clock }: World): Promise<void> {
    const { code, message } = knobs.queryBusy;
    if (knobs.queryWait <= 0) throw new RpcError(code, message);
    return new Promise((resolve, reject) => {
      const timer = clock.setTimeout(() => {
        this.#waiting.delete(enter);
        reject(new RpcError(code, message));
      }, knobs.queryWait);
      const enter = () => {
        timer.dispose();
        resolve();
      };
      this.#waiting.add(enter);
    });
  }

  #leave(): void {
    const [next] = this.#waiting;
    if (next === undefined) {
      this.#taken -= 1;
      return;
    }
    this.#waiting.delete(next);
    next();
  }
}
