import { RpcLocalError } from "../../../rpc/errors";
import { lostPing } from "../../../shared/series";
import { type PingTask } from "../../model/model";
import { type PingColumns, type PingHistory } from "../../model/records";
import { ColumnSet } from "./columnSet";
import { type RowsBuilder } from "./rowsBuilder";
import { RowReader } from "./rowReader";

/** Each takes some 2 KB at least, however few rows it has. */
const maxSeries = 100_000;

interface Series {
  readonly taskId: number;
  readonly uuid: string | undefined;
  readonly set: ColumnSet;
}

/** All of a ping answer but its rows. */
export interface PingSurroundings {
  readonly from: number | undefined;
  readonly to: number | undefined;
  readonly tasks: readonly PingTask[];
}

/** A class, so that history is told from a response that has not been decoded yet. */
export class DecodedPings implements PingHistory {
  readonly from: number | undefined;
  readonly to: number | undefined;
  readonly tasks: readonly PingTask[];

  constructor(
    readonly series: readonly PingColumns[],
    readonly rows: number,
    { from, to, tasks }: PingSurroundings,
  ) {
    this.from = from;
    this.to = to;
    this.tasks = tasks;
  }
}

/** The places of the values that a row is read to. */
const [taskPlace, valuePlace] = [1, 2];

/** Ping rows as columns, two for each task of each node. `task_id` and `client` are left out when 0 and "". */
export class PingBuilder implements RowsBuilder<DecodedPings> {
  readonly reader = new RowReader([{ key: "task_id", isId: true }, { key: "value" }]);
  readonly #surroundings: (result: unknown) => PingSurroundings;
  #series: Series[] = [];
  readonly #byNode = new Map<string | undefined, Map<number, Series>>();
  readonly #row = new Float64Array(2);

  /** `surroundings` decodes the rest of a result; it throws "malformed" where there is no list of rows. */
  constructor(surroundings: (result: unknown) => PingSurroundings) {
    this.#surroundings = surroundings;
  }

  restart(): void {
    this.#series = [];
    this.#byNode.clear();
  }

  begin(): void {
    // Every row says where it belongs.
  }

  add(): void {
    const { values, client } = this.reader;
    const at = values[0] ?? NaN;
    const value = values[valuePlace] ?? NaN;
    if (Number.isNaN(at) || !Number.isFinite(value)) return;
    this.#row[0] = at;
    this.#row[1] = value < 0 ? lostPing : value;
    this.#seriesOf(client, idOf(values[taskPlace] ?? 0)).set.add(this.#row);
  }

  build(result: unknown): DecodedPings {
    const surroundings = this.#surroundings(result);
    const series = this.#series.map(columnsOf);
    const rows = series.reduce((sum, { times }) => sum + times.length, 0);
    return new DecodedPings(series, rows, surroundings);
  }

  #seriesOf(uuid: string | undefined, taskId: number): Series {
    let ofNode = this.#byNode.get(uuid);
    if (ofNode === undefined) {
      ofNode = new Map<number, Series>();
      this.#byNode.set(uuid, ofNode);
    }
    let series = ofNode.get(taskId);
    if (series === undefined) {
      if (this.#series.length >= maxSeries) {
        throw new RpcLocalError("tooLarge", `more than ${maxSeries} series of pings`);
      }
      series = { taskId, uuid, set: new ColumnSet(1) };
      ofNode.set(taskId, series);
      this.#series.push(series);
    }
    return series;
  }
}

function idOf(value: number): number {
  return Number.isSafeInteger(value) && value >= 0 ? value : 0;
}

function columnsOf({ taskId, uuid, set }: Series): PingColumns {
  set.sort();
  return { taskId, uuid, times: set.times(), values: set.numbers(0) ?? new Float64Array(0) };
}
