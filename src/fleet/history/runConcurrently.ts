/**
 * Runs the tasks, at most `limit` at a time, and resolves with their results in the order of the tasks.
 * Rejects with the first error and starts no task after it.
 */
export async function runConcurrently<T>(
  limit: number,
  tasks: readonly (() => Promise<T>)[],
): Promise<T[]> {
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
  await Promise.all(Array.from({ length: Math.min(limit, tasks.length) }, work));
  return tasks.flatMap((_, index) => (results.has(index) ? [results.get(index) as T] : []));
}
