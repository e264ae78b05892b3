interface CellBox {
  readonly left: number;
  readonly top: number;
}

/** Where a key leads from a cell of the map; undefined: the key does not move, or there is nothing. */
export function neighbourOf(
  key: string,
  from: number,
  count: number,
  boxOf: (index: number) => CellBox,
): number | undefined {
  switch (key) {
    case "ArrowLeft":
      return from > 0 ? from - 1 : undefined;
    case "ArrowRight":
      return from < count - 1 ? from + 1 : undefined;
    case "Home":
      return 0;
    case "End":
      return count - 1;
    case "ArrowDown":
      return nextRow(from, 1, count, boxOf);
    case "ArrowUp":
      return nextRow(from, -1, count, boxOf);
    default:
      return undefined;
  }
}

/** In the next row of cells the one that stands nearest above or below. */
function nextRow(
  from: number,
  step: 1 | -1,
  count: number,
  boxOf: (index: number) => CellBox,
): number | undefined {
  const start = boxOf(from);
  let best: number | undefined;
  let top: number | undefined;
  for (let index = from + step; index >= 0 && index < count; index += step) {
    const box = boxOf(index);
    if (box.top === start.top && top === undefined) continue;
    top ??= box.top;
    if (box.top !== top) break;
    const distance = Math.abs(box.left - start.left);
    if (best === undefined || distance < Math.abs(boxOf(best).left - start.left)) best = index;
  }
  return best;
}
