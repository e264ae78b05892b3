import { type IncomingHttpHeaders } from "node:http";
import { type Role } from "./auth";

/** A call as it came over the wire. */
export interface Call {
  readonly transport: "post" | "ws";
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly role: Role;
  readonly method: string;
  readonly params: unknown;
  readonly id: unknown;
  /** Calls of one batch, or of one message, came together. */
  readonly batch: number;
}

/** A request or an upgrade, RPC or not. */
export interface Visit {
  readonly verb: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  /** 101 = a socket was opened; 0 = there was no response. */
  readonly status: number;
}

const maxEntries = 5000;

/** The requests that the simulator received, for tests. */
export class Journal {
  readonly calls: Call[] = [];
  readonly visits: Visit[] = [];
  /** What went wrong with connections and in the simulator itself. */
  readonly errors: unknown[] = [];
  socketsOpened = 0;
  openSockets = 0;
  logins = 0;
  #waiting: { method: string; resolve: (call: Call) => void }[] = [];

  /** How often `method` was called, or anything at all. */
  count(method?: string, transport?: Call["transport"]): number {
    return this.of(method, transport).length;
  }

  last(method?: string, transport?: Call["transport"]): Call | undefined {
    return this.of(method, transport).at(-1);
  }

  of(method?: string, transport?: Call["transport"]): readonly Call[] {
    return this.calls.filter(
      (call) =>
        (method === undefined || call.method === method) &&
        (transport === undefined || call.transport === transport),
    );
  }

  /** The next call of `method` from now on. */
  next(method: string): Promise<Call> {
    return new Promise((resolve) => this.#waiting.push({ method, resolve }));
  }

  clear(): void {
    this.calls.length = 0;
    this.visits.length = 0;
    this.socketsOpened = 0;
    this.logins = 0;
  }

  called(call: Call): void {
    this.calls.push(call);
    if (this.calls.length > maxEntries) this.calls.splice(0, maxEntries / 2);
    const due = this.#waiting.filter(({ method }) => method === call.method);
    this.#waiting = this.#waiting.filter(({ method }) => method !== call.method);
    for (const { resolve } of due) resolve(call);
  }

  visited(visit: Visit): void {
    this.visits.push(visit);
    if (this.visits.length > maxEntries) this.visits.splice(0, maxEntries / 2);
  }
}
