/** Without what has no time, and in order of time: servers up to 1.2.6 mix recent rows up. */
export function inOrder<T extends { readonly time: number | undefined }>(
  rows: readonly T[],
): readonly T[] {
  const timed = rows.filter((row): row is T & { readonly time: number } => row.time !== undefined);
  const sorted = timed.every((row, index) => (timed[index - 1]?.time ?? row.time) <= row.time);
  return sorted ? timed : timed.sort((a, b) => a.time - b.time);
}
