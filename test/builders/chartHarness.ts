import { ChartModel } from "../../src/features/charts/model/chartModel";
import { NodeSource } from "../../src/features/charts/model/nodeSource";
import { NodesSource } from "../../src/features/charts/model/nodesSource";
import { subjectOf } from "../../src/features/common/chartSubject";
import { type NodeRef } from "../../src/features/common/nodeRef";
import { Fleet, type ServerSpec } from "../../src/fleet/fleet";
import { HistoryStore } from "../../src/fleet/history/historyStore";
import { type WireRecord } from "../../src/komari/decode/primitives";
import {
  type ChartAppend,
  type ChartData,
  type ChartNotice,
  type ChartProgress,
  type ChartQuery,
  type EncodedSeries,
} from "../../src/shared/chartApi";
import { createFormat } from "../../src/shared/format";
import { decodeTimes, decodeValues } from "../../src/shared/series";
import { isRecord } from "../../src/util/json";
import { silentLogger } from "../../src/util/logger";
import { FakeClock } from "./fakeClock";
import { FleetServer, sessionOf } from "./fleetServer";
import { hour, minute, timesFrom } from "./history";
import { getStatuses, pollIntervals } from "./serverFleet";
import { settle } from "./settle";
import { wireNode, wireStatus } from "./wireNode";

export const getRecords = "common:getRecords";
export const getRecent = "common:getNodeRecentStatus";
export const getPingStats = "public:getPingMetricStats";
export const home = "https://home.example";

/** The messages that the page received, in order. */
export type Reported =
  | { readonly kind: "data"; readonly value: ChartData }
  | { readonly kind: "append"; readonly value: ChartAppend }
  | { readonly kind: "progress"; readonly value: ChartProgress }
  | { readonly kind: "notice"; readonly value: ChartNotice | undefined };

function iso(time: number): string {
  return new Date(time).toISOString();
}

/** A row a minute of load, whose CPU is the minute of the hour, and of pings, which are twice that. */
export function recordsAt(now: () => number, uuids: readonly string[], step = minute) {
  return (params: unknown): unknown => {
    const { type, hours, start, end, uuid } = isRecord(params) ? params : {};
    const from = typeof start === "string" ? Date.parse(start) : now() - Number(hours) * hour;
    const to = typeof end === "string" ? Date.parse(end) : now();
    const times = [...timesFrom(Math.ceil(from / step) * step, to, step)];
    const minuteOf = (time: number) => (time / minute) % 60;
    const wanted = typeof uuid === "string" ? [uuid] : uuids;
    const span = { from: iso(from), to: iso(to) };
    if (type === "ping") {
      const records = wanted.flatMap((client) =>
        times.map((time) => ({ client, task_id: 1, time: iso(time), value: minuteOf(time) * 2 })),
      );
      const tasks = [{ id: 1, name: "Lan", type: "icmp", interval: 60, loss: 3, total: 60 }];
      return { count: records.length, records, tasks, ...span };
    }
    const rows = (client: string) =>
      times.map((time) => ({ client, time: iso(time), cpu: minuteOf(time), ram: 512 }));
    const records = Object.fromEntries(wanted.map((client) => [client, rows(client)]));
    return { count: times.length * wanted.length, records, ...span };
  };
}

/** Answers that nothing was recorded. */
export function noRecords(params: unknown): unknown {
  const isPing = isRecord(params) && params.type === "ping";
  return { count: 0, records: isPing ? [] : {} };
}

const stepMs = 1_000;

export const noon = Date.UTC(2026, 0, 1, 12);

interface Knobs {
  readonly nodes?: readonly string[];
  readonly chosen?: readonly NodeRef[];
  readonly methods?: readonly string[];
  readonly publicInfo?: WireRecord;
  readonly clock?: FakeClock;
  /** How far the server's clock is ahead of ours. */
  readonly aheadMs?: number;
  /** Whether responses have a `Date`. */
  readonly dated?: boolean;
}

/** A panel's model over a fleet with one server, `Home`, that has records of every minute. */
export function createChartHarness(knobs: Knobs = {}) {
  const { nodes = ["a", "b"], chosen = [{ serverId: home, uuid: "a" }] } = knobs;
  const { clock = new FakeClock(noon), aheadMs = 0 } = knobs;
  const serverNow = () => clock.now() + aheadMs;
  const server = new FleetServer();
  if (knobs.dated === true) {
    server.dated = () => ({ date: serverNow(), sentAt: clock.now(), receivedAt: clock.now() });
  }
  server.methods = [...server.methods, ...(knobs.methods ?? [])];
  server.publicInfo = knobs.publicInfo ?? { record_enabled: true, record_preserve_time: 720 };
  server.nodes = Object.fromEntries(nodes.map((uuid) => [uuid, wireNode(uuid)]));
  let reports: Readonly<Record<string, WireRecord>> = {};
  /** What the nodes report from here on; until then, and of nodes that are left out, as at first. */
  const report = (changes: Readonly<Record<string, WireRecord>>) => (reports = changes);
  server.answers.set(getStatuses, () =>
    Object.fromEntries(
      nodes.map((uuid) => {
        const time = iso(serverNow());
        return [uuid, wireStatus(uuid, { time, ...reports[uuid] })];
      }),
    ),
  );
  server.answers.set(getRecords, recordsAt(serverNow, nodes));
  server.answers.set(getRecent, () => ({ count: 0, records: [] }));
  const spec: ServerSpec = {
    id: home,
    name: "Home",
    tls: {},
    credential: { kind: "guest" },
    maxResponseBytes: 1_000_000,
  };
  const createSession = ({ id }: ServerSpec) => sessionOf(server, { clock, baseUrl: id });
  const plan = { attention: "visible", intervals: pollIntervals } as const;
  const fleet = new Fleet(createSession, plan, clock, silentLogger);
  const history = new HistoryStore();
  const subject = subjectOf("Group", chosen);
  if (subject === undefined) throw new Error("nothing chosen");
  const reported: Reported[] = [];
  const model = new ChartModel({
    subject,
    fleet,
    clock,
    random: () => 0.5,
    format: createFormat("en"),
    logger: silentLogger,
    source:
      subject.kind === "node"
        ? new NodeSource(subject.uuid, history)
        : new NodesSource(subject, history, (id) => fleet.get(id)),
    sink: {
      data: (value) => reported.push({ kind: "data", value }),
      append: (value) => reported.push({ kind: "append", value }),
      progress: (value) => reported.push({ kind: "progress", value }),
      notice: (value) => reported.push({ kind: "notice", value }),
    },
  });
  /** In steps that let polls end before the next is due. */
  const advance = async (ms: number) => {
    for (let left = ms; left > 0; left -= stepMs) {
      clock.advance(Math.min(left, stepMs));
      await settle();
    }
    await settle();
  };
  /** Lets the fleet connect and read its nodes and their statuses. */
  const connect = async () => {
    fleet.setServers([spec]);
    for (let step = 0; step < 2; step++) {
      await settle();
      clock.advance(0);
    }
    await settle();
  };
  const show = async (query: Partial<ChartQuery> = {}) => {
    model.show({ id: 1, span: { kind: "last", hours: 1 }, ...query });
    await settle();
  };
  /** What was told since the last time this was asked. */
  const take = () => reported.splice(0);
  const open = async (query: Partial<ChartQuery> = {}) => {
    await connect();
    model.setActive(true);
    await show(query);
    return take();
  };
  return {
    clock,
    serverNow,
    server,
    fleet,
    model,
    reported,
    spec,
    report,
    advance,
    connect,
    show,
    take,
    open,
  };
}

/** Lines as they arrive, by id: times and values. */
export function linesOf(series: readonly EncodedSeries[]) {
  return new Map(
    series.flatMap(({ times, lines }) =>
      lines.map((line) => {
        const decoded = { times: [...decodeTimes(times)], values: [...decodeValues(line)] };
        return [line.id, { ...line, ...decoded }] as const;
      }),
    ),
  );
}

export function only<K extends Reported["kind"]>(reported: readonly Reported[], kind: K) {
  return reported.flatMap((each) => (each.kind === kind ? [each.value] : [])) as Extract<
    Reported,
    { readonly kind: K }
  >["value"][];
}
