import { type BodyFilter } from "../../../rpc/client";
import { EnvelopeScanner } from "./envelopeScanner";
import { buildParsed } from "./parsedRecords";
import { type RowsBuilder } from "./rowsBuilder";
import { RowsScanner } from "./rowsScanner";

/** How far a response has come. */
export interface RecordsProgress {
  readonly rows: number;
  /** What the server has announced; undefined while it has not. */
  readonly expected: number | undefined;
}

/** Told after every piece of a response that had rows. */
export type OnRecordsProgress = (progress: RecordsProgress) => void;

/** Takes the rows out of a response to common:getRecords while it arrives: of each list `[]` remains. */
export class RecordsFilter<T> implements BodyFilter {
  readonly #builder: RowsBuilder<T>;
  readonly #onProgress: OnRecordsProgress | undefined;
  readonly #envelope: EnvelopeScanner;
  readonly #rows: RowsScanner;

  constructor(builder: RowsBuilder<T>, onProgress: OnRecordsProgress | undefined) {
    this.#builder = builder;
    this.#onProgress = onProgress;
    this.#rows = new RowsScanner(builder.reader, () => builder.add());
    this.#envelope = new EnvelopeScanner({
      onRestart: () => builder.restart(),
      onRows: (uuid) => {
        builder.begin(uuid, this.#envelope.count);
        this.#rows.open();
      },
    });
  }

  write(chunk: Buffer): Buffer | undefined {
    const rowsBefore = this.#rows.read;
    const rest: Buffer[] = [];
    for (let at = 0; at < chunk.length;) {
      if (this.#rows.isOpen) {
        at = this.#rows.scan(chunk, at);
        continue;
      }
      const start = at;
      at = this.#envelope.scan(chunk, at);
      rest.push(chunk.subarray(start, at));
    }
    const rows = this.#rows.read;
    if (rows > rowsBefore) this.#onProgress?.({ rows, expected: this.#envelope.count });
    return rest.length === 0 ? undefined : Buffer.concat(rest);
  }

  finish(result: unknown): T {
    return this.#envelope.isResponse
      ? this.#builder.build(result)
      : buildParsed(result, this.#builder);
  }
}
