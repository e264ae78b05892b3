/** Milliseconds for which nobody else has a turn. */
const turnMs = 4;

/** What `steps`, each of them short, come to; done without a pause. */
export function atOnce<T>(steps: Generator<undefined, T, undefined>): T {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** The same, with turns for others in between. */
export async function inTurns<T>(steps: Generator<undefined, T, undefined>): Promise<T> {
  for (;;) {
    const turnEnd = performance.now() + turnMs;
    do {
      const step = steps.next();
      if (step.done === true) return step.value;
    } while (performance.now() < turnEnd);
    await new Promise<void>((resolve) => setImmediate(resolve));
  }
}
