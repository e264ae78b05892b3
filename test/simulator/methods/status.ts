import { wait } from "../faults";
import { gpusOf, meanUse } from "../fleet/gpus";
import { type Sample, sampleOf } from "../fleet/sample";
import { type SimNode, second, yearOne } from "../fleet/simNode";
import { visibleTo } from "../fleet/wireClient";
import { writeTime } from "../goTime";
import { type Json } from "../json";
import { mix } from "../random";
import { invalidParams } from "../rpcError";
import { type World } from "../world";
import { type Handlers, type MethodContext } from "./handler";
import { asText, asTexts, bind } from "./params";

export const statusMethods: Handlers = {
  "common:getNodesLatestStatus": getNodesLatestStatus,
  "common:getNodeRecentStatus": getNodeRecentStatus,
};

/**
 * One node by `uuid` (bare), some by `uuids`, or all; only those that have reported since the start. The readings
 * are those of the moment of the call, however long it takes to work out the pings.
 */
async function getNodesLatestStatus({ world, caller, params }: MethodContext): Promise<Json> {
  const { status } = world.profile;
  const bound = bind(params, ["uuid", "uuids", "include_ping"]);
  const withPing = !status.includePing || bound.include_ping !== false;
  const uuid = asText(bound.uuid) ?? "";
  const uuids = new Set(asTexts(bound.uuids) ?? []);
  const now = world.clock.now();
  const found = world.fleet.nodes
    .filter((node) => visibleTo(caller.role, node))
    .filter((node) => uuid === "" || node.uuid === uuid)
    .filter((node) => uuid !== "" || uuids.size === 0 || uuids.has(node.uuid))
    .flatMap((node) => {
      const last = world.fleet.lastReport(node, now);
      return last === undefined ? [] : [{ node, last }];
    });
  const [only] = found;
  if (uuid !== "" && only === undefined) throw invalidParams("Node not found", uuid);
  if (withPing) await computePings(found, world);
  const statuses = found.map(({ node, last }): [string, Record<string, Json>] => {
    const whole = latest(node, last, now, world);
    const statusFields = withPing ? whole : { ...whole, ping: null };
    return [
      node.uuid,
      status.write === undefined ? statusFields : status.write(statusFields, node, last, world),
    ];
  });
  if (uuid !== "") return statuses[0]?.[1] ?? null;
  return Object.fromEntries([
    ...statuses,
    ...silentStatuses(statuses, world),
    ...strayStatuses(statuses[0]?.[1], world),
  ]);
}

async function computePings(found: readonly { node: SimNode }[], world: World): Promise<void> {
  const { profile, pingOverviews, clock } = world;
  if (!profile.status.uptimeAndPing) return;
  const ms = pingOverviews.compute(
    found.map(({ node }) => node),
    world,
  );
  if (ms > 0) await wait(ms, clock);
}

/** Nodes that the server lists although they have not reported since its start, as some servers do. */
function silentStatuses(
  reported: readonly (readonly [string, Record<string, Json>])[],
  { knobs, fleet, profile }: World,
): [string, Json][] {
  const [, like] = reported[0] ?? [];
  if (!knobs.silentStatuses || like === undefined) return [];
  const zeros = Object.fromEntries(
    Object.entries(like).map(([key, value]) => [key, typeof value === "number" ? 0 : null]),
  );
  const uuids = new Set(reported.map(([uuid]) => uuid));
  const time = writeTime(yearOne, profile.time);
  return fleet.nodes
    .filter(({ uuid }) => !uuids.has(uuid))
    .map(({ uuid }) => [uuid, { ...zeros, client: uuid, time, online: false, ping: {} }]);
}

/** Nodes that report but are not listed. */
function strayStatuses(like: Record<string, Json> | undefined, { knobs }: World): [string, Json][] {
  if (!knobs.strayStatuses || like === undefined) return [];
  return ["", "00000000-dead-4bad-8bad-000000000000"].map((client) => [
    client,
    { ...like, client },
  ]);
}

function latest(node: SimNode, last: number, now: number, world: World): Record<string, Json> {
  const sample = sampleOf(node, last);
  const { load5, load15, uptime } = sample;
  const { profile, fleet, pingOverviews } = world;
  return {
    ...report(node, last, world),
    ...gpuList(node, sample, world),
    load5,
    load15,
    online: fleet.online(node, now, profile.status.graceMs),
    ...(profile.status.uptimeAndPing ? { uptime, ping: pingOverviews.get(node, world) } : {}),
  };
}

/** Of a node with GPUs. */
function gpuList(node: SimNode, sample: Sample, { profile }: World): Record<string, Json> {
  const gpus = profile.status.gpus ? gpusOf(node, sample.gpu) : [];
  if (gpus.length === 0) return {};
  return {
    gpu_count: gpus.length,
    // Go leaves out a 0.
    ...(meanUse(gpus) === 0 ? {} : { gpu_average_usage: meanUse(gpus) }),
    gpu_detailed_info: gpus.map((gpu) => ({ ...gpu })),
  };
}

/** A report as the server keeps it. The temperature never comes through, and TCP holds UDP too. */
function report(node: SimNode, time: number, { profile }: World): Record<string, Json> {
  const sample = sampleOf(node, time);
  const { mem_total, swap_total, disk_total } = node.facts;
  return {
    client: node.uuid,
    time: writeTime(time, profile.time),
    cpu: sample.cpu,
    gpu: profile.status.gpus ? meanUse(gpusOf(node, sample.gpu)) : 0,
    ram: sample.ram,
    ram_total: mem_total,
    swap: sample.swap,
    swap_total,
    load: sample.load,
    temp: 0,
    disk: sample.disk,
    disk_total,
    net_in: sample.netIn,
    net_out: sample.netOut,
    net_total_up: sample.totalUp,
    net_total_down: sample.totalDown,
    process: sample.process,
    connections: sample.tcp + sample.udp,
    connections_udp: sample.udp,
  };
}

/** The last minute; old servers keep up to two, and in no order. */
function getNodeRecentStatus({ world, caller, params }: MethodContext): Json {
  const uuid = asText(bind(params, ["uuid"]).uuid) ?? "";
  const node = world.fleet.get(uuid);
  if (uuid === "" || (node !== undefined && !visibleTo(caller.role, node))) {
    throw invalidParams("UUID is required", { uuid });
  }
  if (node === undefined) return { count: 0, records: [] };
  const now = world.clock.now();
  const { recentSorted, recentMs } = world.profile.status;
  const window = recentMs + (recentSorted ? 0 : now % (60 * second));
  const times = world.fleet.reportsBetween(node, now - window, now);
  if (!recentSorted) {
    // The server's clean-up sorts a part of them by address in memory, not by time.
    times.sort((a, b) => mix(node.seed, a / 4000) - mix(node.seed, b / 4000));
  }
  return { count: times.length, records: times.map((time) => report(node, time, world)) };
}
