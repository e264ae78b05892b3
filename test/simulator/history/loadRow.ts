import { sampleOf } from "../fleet/sample";
import { type SimNode } from "../fleet/simNode";
import { writeTime } from "../goTime";
import { type Profile } from "../profiles/profile";

/** A row as it is written; members that a version does not have are undefined. */
export type LoadRow = Readonly<Record<string, string | number | undefined>>;

/** A row's place: its own time, the moment its figures are of, and how long it stands for. */
export interface Place {
  /** The first half of its figures is of a moment before the first report. */
  readonly begun?: boolean;
  readonly time: number;
  readonly moment: number;
  readonly stepMs: number;
}

export type RowWriter = (node: SimNode, place: Place) => LoadRow;

/** The figures of each `load_type`; an unknown one returns those of the CPU. */
const figures: Readonly<Record<string, readonly string[]>> = {
  cpu: ["cpu"],
  gpu: ["gpu"],
  ram: ["ram", "ram_total"],
  swap: ["swap", "swap_total"],
  load: ["load"],
  temp: ["temp"],
  disk: ["disk", "disk_total"],
  network: ["net_in", "net_out", "net_total_up", "net_total_down"],
  process: ["process"],
  connections: ["connections", "connections_udp"],
};

/** Writes rows of one `load_type`; "" and "all" have every figure. */
export function rowWriter(loadType: string, profile: Profile): RowWriter {
  if (loadType === "" || loadType === "all") return (node, place) => fullRow(node, place, profile);
  const members = ["client", "time", ...(figures[loadType] ?? ["cpu"])];
  return (node, place) => {
    const all = fullRow(node, place, profile);
    return Object.fromEntries(members.map((name) => [name, all[name]]));
  };
}

const noFigures = { cpu: 0, gpu: 0, ram: 0, swap: 0, load: 0, disk: 0 };

/**
 * Unlike in the status, `connections` is TCP alone. One literal without spreads: a million of
 * these are made for one response, and spreads made each take twenty times as long.
 */
function fullRow(node: SimNode, place: Place, { history, time }: Profile): LoadRow {
  const sample = sampleOf(node, place.moment);
  const first = place.begun === true ? noFigures : sample;
  const { facts } = node;
  const totals = history.totals ? 1 : 0;
  const seconds = place.stepMs / 1000;
  return {
    client: node.uuid,
    time: writeTime(place.time, time),
    cpu: history.totals ? Math.max(0.01, first.cpu) : first.cpu,
    gpu: history.gpu ? first.gpu : 0,
    ram: first.ram,
    ram_total: totals * facts.mem_total,
    swap: first.swap,
    swap_total: totals * facts.swap_total,
    load: first.load,
    temp: 0,
    disk: first.disk,
    disk_total: totals * facts.disk_total,
    net_in: sample.netIn,
    net_out: sample.netOut,
    net_total_up: sample.totalUp,
    net_total_down: sample.totalDown,
    traffic_up: history.traffic ? sample.netOut * seconds : undefined,
    traffic_down: history.traffic ? sample.netIn * seconds : undefined,
    process: sample.process,
    connections: sample.tcp,
    connections_udp: sample.udp,
    backup_age: history.backups ? 0 : undefined,
    backup_ok: history.backups ? 0 : undefined,
  };
}
