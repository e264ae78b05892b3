import { type Habits, day, second } from "./simNode";

export interface Quota {
  readonly limit: number;
  /** Shares of the limit that are used. */
  readonly up: number;
  readonly down: number;
  readonly born: number;
}

/** Habits of a node that has used these shares of its traffic since it was started twelve days ago. */
export function quota({ limit, up, down, born }: Quota): Partial<Habits> {
  const since = 12 * day;
  const perSecond = limit / (since / second);
  return { up: perSecond * up, down: perSecond * down, bootedAt: born - since, rebootEveryMs: 0 };
}
