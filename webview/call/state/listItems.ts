export function moveItem<T>(items: readonly T[], fromIndex: number, toIndex: number): readonly T[] {
  const [moved] = items.slice(fromIndex, fromIndex + 1);
  return moved === undefined ? items : items.toSpliced(fromIndex, 1).toSpliced(toIndex, 0, moved);
}
