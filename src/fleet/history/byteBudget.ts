interface Item {
  readonly bytes: number;
  readonly evict: () => void;
}

/** Evicts the least recently used items above a limit of bytes; the last used item always stays. */
export class ByteBudget {
  /** Least recently used first. */
  readonly #items = new Map<object, Item>();
  #bytes = 0;

  constructor(private readonly maxBytes: number) {}

  get bytes(): number {
    return this.#bytes;
  }

  /** @param drop called when `item` has to go; not when it is removed. */
  add(item: object, bytes: number, drop: () => void): void {
    this.remove(item);
    this.#items.set(item, { bytes, evict: drop });
    this.#bytes += bytes;
    for (const [oldest, { evict: dropOldest }] of this.#items) {
      if (this.#bytes <= this.maxBytes || oldest === item) return;
      this.remove(oldest);
      dropOldest();
    }
  }

  touch(item: object): void {
    const held = this.#items.get(item);
    if (held === undefined) return;
    this.#items.delete(item);
    this.#items.set(item, held);
  }

  remove(item: object): void {
    this.#bytes -= this.#items.get(item)?.bytes ?? 0;
    this.#items.delete(item);
  }
}
