import { setImmediate } from "node:timers/promises";

/** Lets all promises that can go on go on; time does not pass. */
export async function settle(): Promise<void> {
  await setImmediate();
}
