import { patienceMs } from "../../runner/patience";

/** Repeats a check until it no longer throws; after the limit its last error stands. */
export async function eventually<T>(check: () => T | Promise<T>, limitMs = patienceMs): Promise<T> {
  const deadline = Date.now() + limitMs;
  for (;;) {
    try {
      return await check();
    } catch (error) {
      if (Date.now() > deadline) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
