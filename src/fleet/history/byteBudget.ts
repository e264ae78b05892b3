interface Held {
  readonly bytes: number;
  readonly drop: () => void;
}

/** Drops what was used longest ago once all together is too much; what was used last always stays. */
export class ByteBudget {
  /** In the order of use. */
  readonly #held = new Map<object, Held>();
  #bytes = 0;

  constructor(private readonly most: number) {}

  get bytes(): number {
    return this.#bytes;
  }

  /** @param drop called when `item` has to go; not when it is removed. */
  add(item: object, bytes: number, drop: () => void): void {
    this.remove(item);
    this.#held.set(item, { bytes, drop });
    this.#bytes += bytes;
    for (const [oldest, { drop: dropOldest }] of this.#held) {
      if (this.#bytes <= this.most || oldest === item) return;
      this.remove(oldest);
      dropOldest();
    }
  }

  touch(item: object): void {
    const held = this.#held.get(item);
    if (held === undefined) return;
    this.#held.delete(item);
    this.#held.set(item, held);
  }

  remove(item: object): void {
    this.#bytes -= this.#held.get(item)?.bytes ?? 0;
    this.#held.delete(item);
  }
}
