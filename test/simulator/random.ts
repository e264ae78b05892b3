/**
 * Numbers that look random and are functions of their arguments only, so that any node can be
 * queried for any moment and returns the same in every run.
 */
export function mix(a: number, b: number): number {
  let h = Math.imul(a ^ (a >>> 16), 0x7feb352d);
  h = Math.imul(h ^ (h >>> 13) ^ b, 0x846ca68b);
  h = Math.imul(h ^ (h >>> 15), 0x7feb352d);
  return (h ^ (h >>> 16)) >>> 0;
}

/** Even in [0, 1). */
export function unit(seed: number, index: number): number {
  return mix(seed, index) / 4_294_967_296;
}

/** A smooth curve through one random value in [0, 1) per whole `x`. */
export function noise(seed: number, x: number): number {
  const index = Math.floor(x);
  const part = x - index;
  const left = unit(seed, index);
  return left + (unit(seed, index + 1) - left) * part * part * (3 - 2 * part);
}

/** A sequence for building things once: what comes depends on the seed and the order of asking. */
export class Sequence {
  #index = 0;

  constructor(readonly seed: number) {}

  unit(): number {
    return unit(this.seed, this.#index++);
  }

  chance(probability: number): boolean {
    return this.unit() < probability;
  }

  between(low: number, high: number): number {
    return low + this.unit() * (high - low);
  }

  int(low: number, high: number): number {
    return Math.floor(this.between(low, high + 1));
  }

  pick<const T extends readonly [unknown, ...unknown[]]>(items: T): T[number] {
    return items[this.int(0, items.length - 1)] ?? items[0];
  }

  text(length: number, alphabet: string): string {
    return Array.from({ length }, () => alphabet.charAt(this.int(0, alphabet.length - 1))).join("");
  }

  uuid(): string {
    const hex = this.text(32, "0123456789abcdef");
    const variant = "89ab".charAt(this.int(0, 3));
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20)}`;
  }
}

export const alphanumeric = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
