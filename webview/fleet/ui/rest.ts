const restMs = 10_000;

/**
 * Keeps rows in their places while the pointer or the focus is among them, and for ten seconds after:
 * what one reaches for does not move. They are then arranged at once.
 */
export class Rest {
  #busyUntil = 0;
  #isInside = false;
  #isDue = false;
  #timer: number | undefined;

  constructor(
    body: HTMLElement,
    private readonly arrange: () => void,
  ) {
    const enter = () => this.#enter();
    const leave = () => this.#leave();
    body.addEventListener("pointerenter", enter);
    body.addEventListener("pointerleave", leave);
    body.addEventListener("focusin", enter);
    body.addEventListener("focusout", leave);
  }

  /** Whether rows may move now; else they do later. @param first the page has just been filled. */
  mayMove(first: boolean): boolean {
    if (first || (!this.#isInside && performance.now() >= this.#busyUntil)) return true;
    this.#isDue = true;
    return false;
  }

  arranged(): void {
    this.#isDue = false;
  }

  #enter(): void {
    this.#isInside = true;
    clearTimeout(this.#timer);
  }

  #leave(): void {
    this.#isInside = false;
    this.#busyUntil = performance.now() + restMs;
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => {
      if (this.#isDue) this.arrange();
    }, restMs);
  }
}
