export function moveItem<T>(items: readonly T[], from: number, to: number): readonly T[] {
  const [moved] = items.slice(from, from + 1);
  return moved === undefined ? items : items.toSpliced(from, 1).toSpliced(to, 0, moved);
}
