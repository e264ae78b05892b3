/** What is told of a JSON text. Places are bytes, counted from its beginning. */
export interface JsonVisitor {
  /** The name of a member: in its quotes, as written, from `start` to `end` of these bytes. */
  onKey(bytes: Buffer, start: number, end: number): void;
  /** A value begins, with this byte. Returns whether to be told of what is in it. */
  onValue(at: number, byte: number): boolean;
  /** The value that began last, of those still open, is over; `at` is behind it. */
  onEnd(at: number): void;
}
