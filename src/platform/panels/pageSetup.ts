/**
 * Sends a page its setup: all that it shows besides data. Nothing is sent before the page is ready, and
 * nothing twice.
 */
export class PageSetup<Setup extends { readonly translations: unknown }> {
  #isReady = false;
  #sent: string | undefined;

  constructor(private readonly post: (setup: Setup) => void) {}

  /** Whether the page is loaded and receives messages. */
  get isReady(): boolean {
    return this.#isReady;
  }

  /** Whether the page has a setup. */
  get isSent(): boolean {
    return this.#sent !== undefined;
  }

  /** Called when a page was loaded, the first or one after the panel was hidden: it has nothing yet. */
  onReady(): void {
    this.#isReady = true;
    this.#sent = undefined;
  }

  /** Called when the panel was hidden: its page is unloaded. */
  onHidden(): void {
    this.#isReady = false;
  }

  /** @returns whether it was sent. */
  send(setup: Setup): boolean {
    if (!this.#isReady) return false;
    // They are large, and the same as long as the window lives.
    const written = JSON.stringify({ ...setup, translations: undefined });
    if (written === this.#sent) return false;
    this.#sent = written;
    this.post(setup);
    return true;
  }
}
