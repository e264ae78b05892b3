import { day, second } from "./simNode";

export interface Quota {
  readonly limit: number;
  /** Shares of the limit that are used. */
  readonly up: number;
  readonly down: number;
  readonly born: number;
  readonly days?: number;
}

/** Habits of a node that has used these shares of its traffic since it was started some days ago. */
export function quota({ limit, up, down, born, days = 12 }: Quota) {
  const since = days * day;
  const perSecond = limit / (since / second);
  return { up: perSecond * up, down: perSecond * down, bootedAt: born - since, rebootEveryMs: 0 };
}
