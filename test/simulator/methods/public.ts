import { sampleOf } from "../fleet/sample";
import { type SimNode, hour, minute } from "../fleet/simNode";
import { visibleTo, wireClient } from "../fleet/wireClient";
import { writeTime } from "../goTime";
import { loadRows } from "../history/loadRecords";
import { basicInfo, wirePing } from "../history/pingRecords";
import { clientsOf, taskInfo } from "../history/pingTaskInfo";
import { pingRows } from "../history/pingRows";
import { type Json } from "../json";
import { invalidParams } from "../rpcError";
import { type World } from "../world";
import { publicInfo, versionInfo } from "./common";
import { type Handlers, type MethodContext } from "./handler";
import { metricDefinitions } from "./metricKeys";
import { queryMetrics } from "./metrics";
import { asText, bind } from "./params";
import { getPingMetricStats } from "./pingMetricStats";

/** Methods of 1.2.5 and later for every caller, beside those of the document. */
export const publicMethods: Handlers = {
  "public:getVersion": ({ world }) => versionInfo(world),
  "public:getPublicSettings": ({ world }) => publicInfo(world),
  "public:getMe": ({ caller, world }) =>
    caller.role === "guest"
      ? { logged_in: false, username: "Guest" }
      : { logged_in: true, username: caller.role === "client" ? "client" : world.knobs.username },
  "public:getNodesInformation": ({ world, caller }) =>
    world.fleet.inOrder
      .filter((node) => visibleTo(caller.role, node))
      .map((node) => ({ ...wireClient(node, world, "guest"), ipv4: undefined, ipv6: undefined })),
  "public:getPublicPingTasks": ({ world }) => pingTaskList(world),
  "public:listMetricDefinitions": ({ world }) => metricDefinitions(world),
  "public:queryMetrics": queryMetrics,
  "public:getPingMetricStats": getPingMetricStats,
  "public:getClientRecentRecords": recentReports,
  "public:getRecordsByUUID": recordsByUuid,
  "public:getPingRecords": pingRecordsByUuid,
  "public:recordVisitorEvent": () => ({ status: "disabled" }),
  "client:getPingTasks": ({ world }) => pingTaskList(world),
};

/** Where the pings go is for administrators only. */
export function pingTaskList({ fleet }: World, withTarget = false) {
  return fleet.pingTasks.map((task) => ({
    id: task.id,
    weight: task.id,
    name: task.name,
    type: task.type,
    interval: task.interval,
    clients: clientsOf(task, fleet.inOrder),
    default_on: false,
    target: withTarget ? task.target : undefined,
  }));
}

export function visibleNode({ world, caller, params }: MethodContext): SimNode {
  const uuid = asText(bind(params, ["uuid"]).uuid) ?? "";
  const node = world.fleet.get(uuid);
  if (node === undefined || !visibleTo(caller.role, node))
    throw invalidParams("Invalid or missing UUID");
  return node;
}

/** Reports as agents send them. */
function recentReports(context: MethodContext): Json {
  const { clock, fleet, profile } = context.world;
  const node = visibleNode(context);
  const now = clock.now();
  return fleet.reportsBetween(node, now - minute, now).map((time) => {
    const sample = sampleOf(node, time);
    const { mem_total, swap_total, disk_total } = node.facts;
    return {
      uuid: node.uuid,
      cpu: { usage: sample.cpu },
      ram: { total: mem_total, used: sample.ram },
      swap: { total: swap_total, used: sample.swap },
      load: { load1: sample.load, load5: sample.load5, load15: sample.load15 },
      disk: { total: disk_total, used: sample.disk },
      network: {
        up: sample.netOut,
        down: sample.netIn,
        totalUp: sample.totalUp,
        totalDown: sample.totalDown,
      },
      connections: { tcp: sample.tcp, udp: sample.udp },
      uptime: sample.uptime,
      process: sample.process,
      message: "",
      updated_at: writeTime(time, profile.time),
    };
  });
}

/** `hours` is a text here. */
function rangeOfText(hours: unknown, now: number) {
  const count = Number(asText(hours) ?? "4");
  if (!Number.isFinite(count)) throw invalidParams("Invalid hours parameter");
  return { from: now - count * hour, to: now };
}

function recordsByUuid(context: MethodContext): Json {
  const { params, world } = context;
  const node = visibleNode(context);
  const { hours, load_type } = bind(params, ["uuid", "hours", "load_type"]);
  const loadType = asText(load_type) ?? "all";
  const records = loadRows(node, rangeOfText(hours, world.clock.now()), loadType, world);
  return { count: records.length, load_type: loadType === "all" ? undefined : loadType, records };
}

/** Newest first, unlike everywhere else. */
export function pingRecordsByUuid(context: MethodContext) {
  const { params, world } = context;
  const { task_id, hours } = bind(params, ["uuid", "task_id", "hours"]);
  const query = {
    nodes: [visibleNode(context)],
    taskId: Number(asText(task_id) ?? "0"),
    range: rangeOfText(hours, world.clock.now()),
    ofOneNode: true,
  };
  const rows = pingRows(query, world);
  return {
    count: rows.length,
    basic_info: rows.length === 0 ? undefined : basicInfo(rows),
    records: rows.toReversed().map((row) => wirePing(row, world)),
    tasks: taskInfo(rows, query, world, false),
  };
}
