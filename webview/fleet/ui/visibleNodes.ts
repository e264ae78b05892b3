const delayMs = 250;

/** Tells which nodes are in sight, once scrolling has come to rest. */
export class VisibleNodes {
  #timer: number | undefined;
  #told = "";

  constructor(private readonly tell: (slots: readonly number[]) => void) {}

  set(slots: readonly number[]): void {
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => {
      const key = slots.join(" ");
      if (key === this.#told) return;
      this.#told = key;
      this.tell(slots);
    }, delayMs);
  }
}
