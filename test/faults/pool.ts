import { type ChildProcess, fork } from "node:child_process";
import os from "node:os";
import path from "node:path";
import { type ProfileName } from "../simulator/profiles/profiles";

export interface FaultRun {
  readonly id: string;
  readonly profile: ProfileName;
}

interface Job extends FaultRun {
  readonly end: (error: string | undefined) => void;
}

export interface PoolOptions {
  /** Processes; one more than cores, for each waits at times for what is under way. */
  readonly size?: number;
  /** What each runs. */
  readonly worker?: string;
  /** A fault takes about a second. A process in which one takes so long hangs. */
  readonly hangMs?: number;
}

/**
 * Runs faults in processes of their own, several side by side. A fault that hangs, or ends its process, fails
 * alone: the others go on in a new one.
 */
export class FaultPool {
  readonly #queue: Job[] = [];
  readonly #running = new Set<ChildProcess>();

  readonly #size: number;
  readonly #worker: string;
  readonly #hangMs: number;

  constructor({ size, worker, hangMs }: PoolOptions = {}) {
    this.#size = size ?? os.availableParallelism() + 1;
    this.#worker = worker ?? path.join(__dirname, "worker.ts");
    this.#hangMs = hangMs ?? 30_000;
  }

  /** @returns what does not hold; undefined: all does. */
  run(run: FaultRun): Promise<string | undefined> {
    return new Promise((resolve) => {
      this.#queue.push({ ...run, end: resolve });
      if (this.#running.size < this.#size) this.#startWorker();
    });
  }

  dispose(): void {
    this.#queue.length = 0;
    for (const child of this.#running) child.kill("SIGKILL");
  }

  #startWorker(): void {
    const child = fork(this.#worker, {
      // Not "--import tsx", which has a thread resolve whatever is loaded on demand: time would pass meanwhile.
      execArgv: ["--require", dieWithParent, "--require", "tsx/cjs"],
    });
    this.#running.add(child);
    let job: Job | undefined;
    let hasStarted = false;
    let reason = "its process ended";
    let hung: NodeJS.Timeout | undefined;
    const hangs = (): void => {
      reason = `nothing has moved for ${this.#hangMs / 1000} s`;
      child.kill("SIGKILL");
    };
    const next = (): void => {
      clearTimeout(hung);
      job = this.#queue.shift();
      if (job === undefined) {
        child.disconnect();
        return;
      }
      hung = setTimeout(hangs, this.#hangMs);
      child.send({ id: job.id, profile: job.profile });
    };
    child.on("message", (message: { readonly error?: string }) => {
      hasStarted = true;
      job?.end(message.error);
      job = undefined;
      next();
    });
    child.once("exit", () => {
      clearTimeout(hung);
      this.#running.delete(child);
      job?.end(reason);
      // One that cannot even be loaded would fail again and again.
      if (!hasStarted)
        for (const { end } of this.#queue.splice(0)) end("no process could be started");
      else if (this.#queue.length > 0) this.#startWorker();
    });
  }
}

const dieWithParent = path.join(__dirname, "../host/dieWithParent.cjs");
