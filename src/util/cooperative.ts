/** Milliseconds of work between two yields to the event loop. */
const sliceMs = 4;

/** Runs all steps synchronously. @returns the result of the generator. */
export function runSync<T>(steps: Generator<undefined, T, undefined>): T {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** Runs the steps, which are short, in slices between which the event loop continues. */
export async function runCooperatively<T>(steps: Generator<undefined, T, undefined>): Promise<T> {
  for (;;) {
    const sliceEnd = performance.now() + sliceMs;
    do {
      const step = steps.next();
      if (step.done === true) return step.value;
    } while (performance.now() < sliceEnd);
    await new Promise<void>((resolve) => setImmediate(resolve));
  }
}
