import { type LoadField, loadFields } from "../../model/records";

interface WireNumber {
  readonly key: string;
  /** Less says nothing. */
  readonly least: number;
  /** 0 says nothing, though less may. */
  readonly nonZero?: true;
}

const any = (key: string): WireNumber => ({ key, least: -Number.MAX_VALUE });
const nonNegative = (key: string): WireNumber => ({ key, least: 0 });
const positive = (key: string): WireNumber => ({ key, least: Number.MIN_VALUE });
const nonZero = (key: string): WireNumber => ({ ...any(key), nonZero: true });

/**
 * The fields of a row of getRecords (type load). `connections` are TCP only here. Totals of 0 are
 * unknown, swap too: since 1.3.0 the history has none. A GPU at 0 is idle, or there is none: that is
 * known only together with other rows.
 */
const wire: Readonly<Record<LoadField, WireNumber>> = {
  cpu: nonNegative("cpu"),
  gpu: nonNegative("gpu"),
  memoryUsed: nonNegative("ram"),
  memoryTotal: positive("ram_total"),
  swapUsed: nonNegative("swap"),
  swapTotal: positive("swap_total"),
  diskUsed: nonNegative("disk"),
  diskTotal: positive("disk_total"),
  load1: nonNegative("load"),
  temperature: nonZero("temp"),
  networkIn: nonNegative("net_in"),
  networkOut: nonNegative("net_out"),
  totalUp: nonNegative("net_total_up"),
  totalDown: nonNegative("net_total_down"),
  processes: nonNegative("process"),
  tcpConnections: nonNegative("connections"),
  udpConnections: nonNegative("connections_udp"),
};

/** In the order of `loadFields`. */
export const loadNumbers: readonly WireNumber[] = loadFields.map((field) => wire[field]);

const least = Float64Array.from(loadNumbers, (number) => number.least);
const nonZeros = loadNumbers.flatMap((number, index) => (number.nonZero ? [index + 1] : []));

/** Makes NaN of what says nothing, in the values of a row, of which the first is its time. */
export function forgetUnknown(values: Float64Array): void {
  for (let index = 0; index < least.length; index++) {
    const value = values[index + 1] ?? NaN;
    const isKnown = value >= (least[index] ?? 0) && value <= Number.MAX_VALUE;
    if (!isKnown) values[index + 1] = NaN;
  }
  for (const place of nonZeros) if (values[place] === 0) values[place] = NaN;
}
