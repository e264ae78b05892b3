import { runSlices } from "../json/cooperative";

/** Runs work that yields regularly in slices of 4 ms, between which the event loop of the host continues. */
export function runCooperatively<T>(work: Iterator<unknown, T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const next = (run: () => void) => {
      setImmediate(() => {
        try {
          run();
        } catch (error) {
          reject(error instanceof Error ? error : new Error(String(error)));
        }
      });
    };
    runSlices(work, { sliceMs: 4, now: () => performance.now(), next }, resolve);
  });
}
