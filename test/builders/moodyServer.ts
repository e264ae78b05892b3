import { isArray } from "../../src/komari/decode/primitives";
import { RpcLocalError, RpcRemoteError } from "../../src/rpc/errors";
import { isRecord } from "../../src/util/json";
import { nodeNames } from "./costlyStatuses";
import { createServerFleet, getNodes, getStatuses } from "./serverFleet";
import { settle } from "./settle";
import { wireNode, wireStatus } from "./wireNode";

export const getReports = "common:getNodeRecentStatus";

/** How a server treats requests for a while. */
export interface Mood {
  readonly nodes: "answers" | "fails";
  readonly statuses: "answers" | "fails" | "refuses" | "takesFew" | "isBusy" | "hasRestarted";
  readonly reports: "answers" | "fails" | "refuses" | "refusesSome" | "isBusy" | "hasRestarted";
  readonly coldMs: number;
}

export const goodMood: Mood = {
  nodes: "answers",
  statuses: "answers",
  reports: "answers",
  coldMs: 1,
};

const maxTaken = 30;
const retryAfterMs = 20_000;
const cacheMs = 60_000;
const callMs = 20;
const windowMs = 10_000;

/** A fleet whose server has a new mood now and then, and that keeps account of what it is asked. */
export function createMoodyFleet(count: number, methods: readonly string[]) {
  const harness = createServerFleet();
  const { server, clock, advance } = harness;
  const warmUntil = new Map<string, number>();
  const load = { inFlight: 0, maxInFlight: 0, requests: 0, maxRequests: 0 };
  let mood = goodMood;
  const setNodes = (size: number) => {
    server.nodes = Object.fromEntries(
      nodeNames(size).map((uuid, index) => [uuid, wireNode(uuid, { weight: index })]),
    );
  };
  setNodes(count);
  server.methods = [...server.methods, ...methods];

  const after = (ms: number) => new Promise<void>((resolve) => void clock.setTimeout(resolve, ms));
  const time = () => new Date(clock.now()).toISOString();
  const failure = (how: string, requested: number) => {
    if (how === "fails") return new RpcRemoteError(-32603, "internal error", undefined);
    if (how === "refuses") return new RpcRemoteError(-32602, "invalid params", undefined);
    if (how === "isBusy") {
      return new RpcLocalError("busy", "HTTP 429", { retryAfterMs });
    }
    if (how === "takesFew" && requested > maxTaken)
      return new RpcLocalError("tooLarge", "too large");
    return undefined;
  };
  server.answers.set(getNodes, async () => {
    await after(callMs);
    if (mood.nodes === "fails") throw new RpcRemoteError(-32603, "internal error", undefined);
    return server.nodes;
  });
  server.answers.set(getStatuses, async (params) => {
    const requested =
      isRecord(params) && isArray(params.uuids)
        ? params.uuids.map(String)
        : Object.keys(server.nodes);
    const error = failure(mood.statuses, requested.length);
    const cold = requested.filter((uuid) => (warmUntil.get(uuid) ?? -Infinity) <= clock.now());
    const statuses =
      mood.statuses === "hasRestarted" ? [] : requested.filter((uuid) => uuid in server.nodes);
    for (const uuid of cold) warmUntil.set(uuid, clock.now() + cacheMs);
    await after(error === undefined ? callMs + cold.length * mood.coldMs : callMs);
    if (error !== undefined) throw error;
    return Object.fromEntries(statuses.map((uuid) => [uuid, wireStatus(uuid, { time: time() })]));
  });
  server.answers.set(getReports, async (params) => {
    const uuid = isRecord(params) ? String(params.uuid) : "";
    const refuses = mood.reports === "refusesSome" && uuid.endsWith("3");
    const error = failure(refuses ? "refuses" : mood.reports, 1);
    await after(callMs);
    if (error !== undefined) throw error;
    const records = mood.reports === "hasRestarted" ? [] : [{ time: time(), cpu: 10 }];
    return { count: records.length, records };
  });

  const track = async <T>(isStatus: boolean, request: () => Promise<T>): Promise<T> => {
    load.requests += 1;
    load.inFlight += isStatus ? 1 : 0;
    load.maxInFlight = Math.max(load.maxInFlight, load.inFlight);
    try {
      return await request();
    } finally {
      load.inFlight -= isStatus ? 1 : 0;
    }
  };
  const call = server.call.bind(server);
  server.call = (method, params, options) => {
    if (method === getReports) return call(method, params, options);
    return track(method === getStatuses, () => call(method, params, options));
  };
  const batch = server.batch.bind(server);
  server.batch = (calls, options) => track(true, () => batch(calls, options));

  /** From timer to timer, so that requests follow each other as they would. */
  const run = async (ms: number) => {
    await settle();
    for (let left = ms; left > 0; left -= windowMs) {
      load.requests = 0;
      const end = clock.now() + Math.min(left, windowMs);
      for (let next = clock.nextAt; next !== undefined && next <= end; next = clock.nextAt) {
        await advance(Math.max(0, next - clock.now()));
        load.maxRequests = Math.max(load.maxRequests, load.requests);
        if (load.requests > 500) throw new Error("requests in a loop");
      }
      await advance(end - clock.now());
    }
  };
  const setMood = (next: Mood) => {
    mood = next;
  };
  const reconnect = async () => {
    server.lose();
    await settle();
    server.connect();
    await settle();
  };
  return { ...harness, load, run, setMood, setNodes, reconnect };
}
