import { visibleTo } from "../fleet/wireClient";
import { loadRecords } from "../history/loadRecords";
import { pingRecords } from "../history/pingRecords";
import {
  type TimeRange,
  checkTypes,
  recordParams,
  rangeOf,
  rangeOfTexts,
} from "../history/timeRange";
import { writeTime } from "../goTime";
import { type Json, type JsonText } from "../json";
import { Panic, internalError, invalidParams } from "../rpcError";
import { type World } from "../world";
import { type Handlers, type MethodContext } from "./handler";
import { asText, asWhole, bind } from "./params";

export const recordMethods: Handlers = { "common:getRecords": getRecords };

const defaultMax = 4000;

function getRecords({ world, caller, params }: MethodContext): Json | JsonText {
  const bound = bind(params, recordParams);
  const { history, errors } = world.profile;
  if (errors.strictRecords) checkTypes(bound);
  const named = asText(bound.type) ?? "";
  const type = named === "" ? "load" : named;
  if (type !== "load" && type !== "ping") {
    throw invalidParams("Invalid type, expected 'load' or 'ping'", type);
  }
  const uuid = asText(bound.uuid) ?? "";
  const reportedRange = rangeOf(bound, world.clock.now());
  const range = history.comparesTexts
    ? rangeOfTexts(bound, reportedRange, world.profile.time)
    : reportedRange;
  const nodes = world.fleet.nodes.filter(
    (node) => visibleTo(caller.role, node) && (uuid === "" || node.uuid === uuid),
  );
  if (nodes.length === 0 && world.fleet.get(uuid) !== undefined) {
    throw invalidParams("UUID not found", uuid);
  }
  if (reportedRange.from > reportedRange.to) return backwards(type, reportedRange, world);
  const max = asWhole(bound.maxCount) ?? 0;
  if (type === "load") {
    return loadRecords(
      {
        nodes,
        range,
        reportedRange,
        loadType: asText(bound.load_type) ?? "",
        max: max === 0 ? defaultMax : max,
      },
      world,
    );
  }
  if (max < -1 && history.negativeMaxCrashes) throw new Panic("a negative maximum of pings");
  const taskId = asWhole(bound.task_id) ?? 0;
  const ofOneNode = uuid !== "";
  return pingRecords({ nodes, range, reportedRange, taskId, ofOneNode, max: pingMax(max) }, world);
}

/** 1.0.7 takes any negative maximum but -1 for none at all. */
function pingMax(max: number): number {
  if (max === 0) return defaultMax;
  return max < -1 ? 0 : max;
}

function backwards(type: "load" | "ping", { from, to }: TimeRange, { profile }: World): Json {
  if (profile.history.backwardsFails) {
    const reason = "metric: invalid argument: end time cannot be before start time";
    throw type === "load"
      ? internalError("Failed to fetch records", `failed to query metric cpu.usage: ${reason}`)
      : internalError("Failed to fetch ping records", reason);
  }
  return {
    count: 0,
    records: type === "load" ? {} : [],
    from: writeTime(from, profile.time),
    to: writeTime(to, profile.time),
  };
}
