const userInputEvents = ["wheel", "touchmove", "pointerdown", "keydown", "input"] as const;
const modifiers = ["Control", "Meta", "Shift", "Alt"];

/** A response counts as visible if at least this much of it is. */
const minVisiblePx = 150;

/**
 * Scrolls a response into view below the send bar, unless the user has typed, clicked or scrolled since
 * the call was sent.
 */
export class ResponseScroller {
  /** No response is expected, or the user has acted since the call was sent. */
  #isSuppressed = true;
  /** Dragging a scroll bar fires no input event, so the position is compared. */
  #scrollYAtSend = 0;

  /** @param bar the sticky send bar above the response. */
  constructor(
    private readonly response: HTMLElement,
    private readonly bar: () => HTMLElement,
  ) {
    const onUserInput = (event: Event) => {
      if (!isHeldKey(event)) this.#isSuppressed = true;
    };
    // Captured, so that it runs before a call that the same click or key sends.
    for (const type of userInputEvents) {
      document.addEventListener(type, onUserInput, { capture: true, passive: true });
    }
  }

  /** Called when a call has been sent. */
  callSent(): void {
    this.#isSuppressed = false;
    this.#scrollYAtSend = window.scrollY;
  }

  /** Called when a response to that call is on the page. */
  responseShown(): void {
    const hasScrolled = Math.abs(window.scrollY - this.#scrollYAtSend) > minVisiblePx;
    if (this.#isSuppressed || hasScrolled) return;
    // In the two-column layout the response scrolls on its own.
    this.response.scrollTop = 0;
    if (!this.#isVisible()) this.#scroll();
  }

  scrollToResponse(): void {
    this.response.scrollTop = 0;
    this.response.focus({ preventScroll: true });
    this.#scroll();
  }

  #isVisible(): boolean {
    const { left, top, bottom } = this.response.getBoundingClientRect();
    // An element covered by the bar or outside the window is not hit.
    const isTopVisible = this.response.contains(document.elementFromPoint(left + 1, top + 1));
    return isTopVisible && Math.min(bottom, top + minVisiblePx) <= window.innerHeight;
  }

  #scroll(): void {
    this.response.style.scrollMarginTop = `${this.bar().offsetHeight + 8}px`;
    this.response.scrollIntoView({
      block: "start",
      behavior: prefersReducedMotion() ? "instant" : "smooth",
    });
  }
}

/** Modifiers, and repeats of the key that sent the call. */
function isHeldKey(event: Event): boolean {
  return event instanceof KeyboardEvent && (event.repeat || modifiers.includes(event.key));
}

/** VS Code has its own setting and passes it to pages as a class. */
function prefersReducedMotion(): boolean {
  return (
    document.body.classList.contains("vscode-reduce-motion") ||
    matchMedia("(prefers-reduced-motion: reduce)").matches
  );
}
