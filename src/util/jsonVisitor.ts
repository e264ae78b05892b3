/** What is reported of a JSON text. Places are bytes, counted from its beginning. */
export interface JsonVisitor {
  /** The name of a member: in its quotes, as written, from `start` to `end` of these bytes. */
  onKey(bytes: Buffer, start: number, end: number): void;
  /** A value begins, with this byte. Returns whether what is in it is to be reported. */
  onValue(at: number, byte: number): boolean;
  /** The value that began last, of those still open, is over; `at` is behind it. */
  onEnd(at: number): void;
}
