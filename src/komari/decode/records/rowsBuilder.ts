import { type RowReader } from "./rowReader";

/** Makes something of the rows of a response. */
export interface RowsBuilder<T> {
  readonly reader: RowReader;
  /** Rows seen so far are void. */
  restart(): void;
  /** Rows of a node begin; of undefined: of nodes that they name themselves. */
  begin(uuid: string | undefined, expected: number | undefined): void;
  /** Takes the row in `reader`. */
  add(): void;
  /** The whole, with what else the result holds. Throws "malformed" where that is of another kind. */
  build(result: unknown): T;
}
