import { type CooperativeTask, type Scheduler, runSlices } from "../../src/json/cooperative";

const { port1, port2 } = new MessageChannel();
const due: (() => void)[] = [];
port1.onmessage = () => due.shift()?.();

const scheduler: Scheduler = {
  // Longer would be felt when typing or scrolling.
  sliceMs: 8,
  now: () => performance.now(),
  // Timers would be held up by 4 ms each.
  next: (run) => {
    due.push(run);
    port2.postMessage(undefined);
  },
};

/** As `runSlices`, in a page. */
export function runCooperatively<T>(
  work: Iterator<unknown, T>,
  onDone: (result: T) => void,
  onSlice?: () => void,
): CooperativeTask | undefined {
  return runSlices(work, scheduler, onDone, onSlice);
}
