import { Sequence, alphanumeric } from "./random";
import { day } from "./fleet/simNode";

export interface Session {
  readonly token: string;
  readonly createdAt: number;
  readonly expiresAt: number;
  readonly userAgent: string;
}

/** Who is logged in. A session lives for thirty days and is not prolonged by use. */
export class Sessions {
  readonly #sessions = new Map<string, Session>();
  readonly #random: Sequence;

  constructor(seed: number) {
    this.#random = new Sequence(seed ^ 0x5e55);
  }

  get all(): readonly Session[] {
    return [...this.#sessions.values()];
  }

  open(now: number, userAgent: string): Session {
    const token = this.#random.text(32, alphanumeric);
    const session = { token, createdAt: now, expiresAt: now + 30 * day, userAgent };
    this.#sessions.set(token, session);
    return session;
  }

  get(token: string): Session | undefined {
    return this.#sessions.get(token);
  }

  close(token: string): void {
    this.#sessions.delete(token);
  }

  /** As after a change of the password. */
  closeAll(): void {
    this.#sessions.clear();
  }
}
