const turningAway = ["wheel", "touchmove", "pointerdown", "keydown", "input"] as const;
const modifiers = ["Control", "Meta", "Shift", "Alt"];

/** In pixels: so much of an answer is seen if it is in sight. */
const glimpse = 150;

/**
 * Brings an answer in sight below the bar that sends, unless the user has typed, clicked or scrolled
 * since the call was sent.
 */
export class AnswerSight {
  /** Nobody waits for an answer. */
  #isElsewhere = true;
  /** Where the page stood when the call was sent: bars are dragged without a word. */
  #scrolledTo = 0;

  /** @param bar stands above the answer, fixed while that is scrolled. */
  constructor(
    private readonly answer: HTMLElement,
    private readonly bar: () => HTMLElement,
  ) {
    const onAction = (event: Event) => {
      if (!isHeld(event)) this.#isElsewhere = true;
    };
    // Before anything that may be sent by this very click or key.
    for (const type of turningAway) {
      document.addEventListener(type, onAction, { capture: true, passive: true });
    }
  }

  /** A call has just been sent. */
  expect(): void {
    this.#isElsewhere = false;
    this.#scrolledTo = window.scrollY;
  }

  /** An answer to it is on the page. */
  arrived(): void {
    const isMoved = Math.abs(window.scrollY - this.#scrolledTo) > glimpse;
    if (this.#isElsewhere || isMoved) return;
    // Beside the form it scrolls by itself.
    this.answer.scrollTop = 0;
    if (!this.#isInSight()) this.#scroll();
  }

  goTo(): void {
    this.answer.scrollTop = 0;
    this.answer.focus({ preventScroll: true });
    this.#scroll();
  }

  #isInSight(): boolean {
    const { left, top, bottom } = this.answer.getBoundingClientRect();
    // What is covered by the bar or out of the window is not found.
    const isSeen = this.answer.contains(document.elementFromPoint(left + 1, top + 1));
    return isSeen && Math.min(bottom, top + glimpse) <= window.innerHeight;
  }

  #scroll(): void {
    this.answer.style.scrollMarginTop = `${this.bar().offsetHeight + 8}px`;
    this.answer.scrollIntoView({ block: "start", behavior: isStill() ? "instant" : "smooth" });
  }
}

/** A key that is still held down after the call was sent with it. */
function isHeld(event: Event): boolean {
  return event instanceof KeyboardEvent && (event.repeat || modifiers.includes(event.key));
}

/** VS Code has a setting of its own, and tells pages of it by a class. */
function isStill(): boolean {
  return (
    document.body.classList.contains("vscode-reduce-motion") ||
    matchMedia("(prefers-reduced-motion: reduce)").matches
  );
}
