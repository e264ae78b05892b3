/**
 * Reads the body of one response while it arrives and keeps what it takes out of it, so that the rest,
 * which is parsed as a whole, stays small. Only bodies of status 200 go through a filter, be they
 * JSON or not: what it does not know it must let pass untouched.
 */
export interface BodyFilter {
  /** Bytes of the body that it keeps as they came: they count for the size limit like what remains. */
  readonly held?: number;
  /**
   * What is to remain of these bytes; they come in order, cut anywhere, and are not used again by
   * anybody else. Must be quick, for nothing else runs meanwhile. A throw ends the call:
   * RpcLocalError as it is, anything else as "malformed".
   */
  write(chunk: Buffer): Buffer | undefined;
  /** The result of the call, out of what remained of the result in the body. May throw as `write`. */
  finish(result: unknown): unknown;
}

/** Makes a filter for one exchange. */
export type FilterFactory = () => BodyFilter;
