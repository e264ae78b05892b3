/**
 * Runs the tasks, at most `most` at a time; their results in their order. Rejects with the first
 * failure, and begins none after it.
 */
export async function limited<T>(most: number, tasks: readonly (() => Promise<T>)[]): Promise<T[]> {
  const results = new Map<number, T>();
  let next = 0;
  let failed = false;
  const work = async (): Promise<void> => {
    for (let index = next++; !failed; index = next++) {
      const task = tasks[index];
      if (task === undefined) return;
      try {
        results.set(index, await task());
      } catch (error) {
        failed = true;
        throw error;
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(most, tasks.length) }, work));
  return tasks.flatMap((_, index) => (results.has(index) ? [results.get(index) as T] : []));
}
