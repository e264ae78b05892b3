import { type SampleField, sampleFields } from "../../../shared/metrics";
import { RpcLocalError } from "../../../rpc/errors";
import { isRecord } from "../../../util/json";
import { type LoadColumns, type LoadHistory } from "../../model/records";
import { malformed } from "../malformed";
import { isArray } from "../primitives";
import { time } from "../time";
import { ColumnSet } from "./columnSet";
import { wireNumbers } from "../metricWire";
import { type RowsBuilder } from "./rowsBuilder";
import { RowReader } from "./rowReader";

/** Each takes some 20 KB at least, however few rows it has. */
const maxNodes = 10_000;

/** Where the rows of a node are. */
interface Part {
  readonly set: ColumnSet;
  readonly start: number;
  end: number;
}

/** A class, so that history is told from a response that has not been decoded yet. */
export class DecodedLoad implements LoadHistory {
  constructor(
    readonly nodes: ReadonlyMap<string, LoadColumns>,
    readonly rows: number,
    readonly from: number | undefined,
    readonly to: number | undefined,
  ) {}
}

/** Load rows as columns, those of all nodes in one set where they come node by node. */
export class LoadBuilder implements RowsBuilder<DecodedLoad> {
  readonly reader = new RowReader(wireNumbers);
  #shared: ColumnSet | undefined;
  readonly #parts = new Map<string, Part>();
  /** Where rows go; of no node: nowhere. */
  #place: Part | "byClient" | undefined;

  restart(): void {
    this.#shared = undefined;
    this.#parts.clear();
  }

  begin(uuid: string | undefined, expected: number | undefined): void {
    this.#place = uuid === undefined ? "byClient" : undefined;
    if (uuid === undefined || uuid === "") return;
    this.#shared ??= new ColumnSet(wireNumbers.length, expected);
    this.#place = { set: this.#shared, start: this.#shared.length, end: this.#shared.length };
    this.#parts.set(uuid, this.#place);
  }

  add(): void {
    const { values } = this.reader;
    const part = this.#place === "byClient" ? this.#partOf(this.reader.client) : this.#place;
    if (part === undefined || Number.isNaN(values[0])) return;
    forgetUnknown(values);
    part.set.add(values);
    part.end = part.set.length;
  }

  build(result: unknown): DecodedLoad {
    if (!isRecord(result)) throw malformed("load records", result);
    const records = result.records ?? {};
    if (!isArray(records) && !isRecord(records)) throw malformed("load records", records);
    const nodes = new Map<string, LoadColumns>();
    let rows = 0;
    for (const [uuid, part] of this.#parts) {
      // A second field of that name, of another kind, makes the list void.
      if (isRecord(records) && !isArray(records[uuid])) continue;
      nodes.set(uuid, columnsOf(part));
      rows += part.end - part.start;
    }
    return new DecodedLoad(nodes, rows, time(result.from), time(result.to));
  }

  #partOf(client: string | undefined): Part | undefined {
    if (client === undefined) return undefined;
    let part = this.#parts.get(client);
    if (part === undefined) {
      if (this.#parts.size >= maxNodes) {
        throw new RpcLocalError("tooLarge", `records of more than ${maxNodes} nodes`);
      }
      part = { set: new ColumnSet(wireNumbers.length), start: 0, end: 0 };
      this.#parts.set(client, part);
    }
    return part;
  }
}

function columnsOf({ set, start, end }: Part): LoadColumns {
  set.sort(start, end);
  return loadColumns(set, start, end);
}

/** Of what is known of some rows; `set` has a column for each of `sampleFields`, in their order. */
export function loadColumns(set: ColumnSet, start?: number, end?: number): LoadColumns {
  const fields: Partial<Record<SampleField, Float64Array>> = {};
  sampleFields.forEach((field, index) => {
    const column = set.numbers(index, start, end);
    if (column?.some((value) => !Number.isNaN(value))) fields[field] = column;
  });
  return { times: set.times(start, end), fields };
}

const mins = Float64Array.from(wireNumbers, ({ min }) => min);
const nonZeros = wireNumbers.flatMap(({ isZeroKnown }, index) => (isZeroKnown ? [] : [index + 1]));

/**
 * Makes NaN of what says nothing, in the values of a row of getRecords (type load), of which the first is its time.
 * `connections` are TCP only here. Totals of 0 are unknown, swap too: since 1.3.0 the history has none. A GPU at 0 is
 * idle, or there is none: that is known only together with other rows.
 */
function forgetUnknown(values: Float64Array): void {
  for (let index = 0; index < mins.length; index++) {
    const value = values[index + 1] ?? NaN;
    const isKnown = value >= (mins[index] ?? 0) && value <= Number.MAX_VALUE;
    if (!isKnown) values[index + 1] = NaN;
  }
  for (const place of nonZeros) if (values[place] === 0) values[place] = NaN;
}
