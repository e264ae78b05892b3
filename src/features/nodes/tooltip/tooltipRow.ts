import { type Format } from "../../../shared/format";

/** A line of the tooltip: a name of ours and a value in Markdown, server text escaped. */
export type TooltipRow = readonly [name: string, value: string];

export interface TooltipContext {
  readonly format: Format;
  /** Milliseconds since the last report, by the server's clock; undefined: none. */
  readonly age: number | undefined;
  /** The server's clock, milliseconds since the epoch. */
  readonly serverTime: number;
}
