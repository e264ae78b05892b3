/** Percents that wander, the same in every run. */
export function wander(length: number, seed: number): Float64Array {
  let [state, value] = [seed + 1, 50];
  return Float64Array.from({ length }, () => {
    state = (state * 16_807) % 2_147_483_647;
    value = Math.min(100, Math.max(0, value + (state / 2_147_483_647 - 0.5) * 4));
    return value;
  });
}

/** Until the canvas has its pixels: reading one makes the browser draw what it has put off. */
export function painted(canvas: HTMLCanvasElement | undefined): void {
  canvas?.getContext("2d")?.getImageData(0, 0, 1, 1);
}
