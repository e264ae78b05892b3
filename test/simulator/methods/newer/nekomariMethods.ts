import described from "../../../fixtures/described/nekomari.json";
import { describedResults, withNodes } from "../../described";
import { type Json, isRecord } from "../../json";
import { invalidParams } from "../../rpcError";
import { getNodes } from "../common";
import { type Handlers, type MethodContext } from "../handler";
import { asNumber, asText, asTexts, bind } from "../params";
import { pingRecordsByUuid, pingTaskList } from "../public";

const results = describedResults(described);

type Check = (params: Bound) => string | undefined;
type Bound = Readonly<Partial<Record<string, unknown>>>;

const text = (name: string) => (bound: Bound) =>
  (asText(bound[name]) ?? "") === "" ? `${name} is required` : undefined;
const isGiven = (name: string) => (bound: Bound) =>
  bound[name] === undefined ? `${name} is required` : undefined;
const time = (name: string) => (bound: Bound) =>
  /[Z+-]/.test((asText(bound[name]) ?? "").slice(19))
    ? undefined
    : `${name} must be RFC3339 with a timezone`;
const orderly: Check = ({ start, end }) =>
  Date.parse(String(end)) > Date.parse(String(start)) ? undefined : "end must be after start";
const knownSchema: Check = ({ document }) =>
  isRecord(document) && document.schema_version === 1 ? undefined : "unsupported schema_version";
const someNodes: Check = ({ uuids }) => {
  const count = asTexts(uuids)?.length ?? 0;
  if (count === 0) return "uuids is required";
  return count > 256 ? "too many uuids" : undefined;
};
const someUpdate: Check = ({ update }) =>
  isRecord(update) && Object.keys(update).length > 0 ? undefined : "no fields to update";
const shortTarget: Check = ({ target }) =>
  (asText(target) ?? "").length > 255 ? "target too long" : undefined;
const knownWindow: Check = ({ window }) =>
  ["24h", "7d", "30d", "90d"].includes(asText(window) ?? "24h") ? undefined : "unknown SLA window";

/** The parameters of each method by place, and what is checked of them. */
const checks: Readonly<Record<string, readonly [names: readonly string[], ...Check[]]>> = {
  "admin:netcheck": [
    ["target", "ports", "count", "timeout_ms", "skip_icmp"],
    ...[text("target"), shortTarget],
  ],
  "admin:bulkEditClients": [["uuids", "update"], someNodes, someUpdate],
  "admin:listMaintenanceWindows": [[]],
  "admin:saveMaintenanceWindow": [
    ["id", "name", "start", "end", "clients", "reason"],
    ...[text("name"), text("start"), text("end"), time("start"), time("end"), orderly],
  ],
  "admin:deleteMaintenanceWindow": [["id"], isGiven("id")],
  "admin:getTrafficForecast": [["reset_day"]],
  "admin:exportConfig": [["include_secrets"]],
  "admin:planConfigImport": [["document"], isGiven("document"), knownSchema],
  "admin:importConfig": [["document"], isGiven("document"), knownSchema],
  "admin:agentVersions": [[]],
  // A call without anything is an order to all nodes.
  "admin:rollAgentUpdate": [["uuids", "target", "dry_run"]],
  "admin:setTrafficCycleDay": [["reset_day"], isGiven("reset_day")],
  "public:getSlaReport": [["uuid", "entity_id", "entity_ids", "window", "hours"], knownWindow],
};

const checked: Handlers = Object.fromEntries(
  Object.entries(checks).map(([name, [names, ...all]]) => [
    name,
    ({ params, world }: MethodContext): Json => {
      const bound: Bound = bind(params, names);
      for (const check of all) {
        const errorMessage = check(bound);
        if (errorMessage !== undefined) throw invalidParams(errorMessage);
      }
      return withNodes(resultOf(name, bound), world.fleet.inOrder);
    },
  ]),
);

/** As described, with the values of the request in it. */
function resultOf(name: string, bound: Bound): Json {
  if (name === "admin:setTrafficCycleDay") return { reset_day: asNumber(bound.reset_day) };
  if (name === "admin:importConfig") return results["admin:planConfigImport"] ?? null;
  const result = results[name];
  if (!isRecord(result)) return result ?? null;
  switch (name) {
    case "admin:rollAgentUpdate":
      return {
        ...result,
        target: asText(bound.target) ?? "",
        dry_run: bound.dry_run === true,
      };
    case "admin:saveMaintenanceWindow": {
      const clients = asTexts(bound.clients) ?? null;
      const fields = {
        name: asText(bound.name),
        start: asText(bound.start),
        end: asText(bound.end),
      };
      return { ...result, ...fields, clients, covers_everything: clients === null };
    }
    default:
      return result;
  }
}

/** Its own methods, and what it adds to those of others. */
export const nekomariMethods: Handlers = {
  ...checked,
  "admin:getUploadStats": () => ({ active: 0, completed: 0, last_scan_duration_ns: 1_250_000 }),
  "admin:getAllPingTasks": ({ world }) =>
    pingTaskList(world, true).map((task) => ({ ...withKind(task), skipped_clients: [] })),
  "public:getPublicPingTasks": ({ world }) => pingTaskList(world).map(withKind),
  "public:getPingRecords": (context) => {
    const { records, ...rest } = pingRecordsByUuid(context);
    return { ...rest, records: records.map((row) => ({ ...row, ping_type: "icmp" })) };
  },
  "common:getNodes": (context) => {
    const nodes = getNodes(context);
    return typeof nodes.uuid === "string"
      ? withCapability(nodes, context)
      : Object.fromEntries(
          Object.entries(nodes).map(([uuid, node]) => [
            uuid,
            isRecord(node) ? withCapability(node, context) : node,
          ]),
        );
  },
};

/** As in its statistics, what pings over TCP does so by ICMP too. */
function withKind(task: ReturnType<typeof pingTaskList>[number]) {
  return { ...task, type: task.type === "tcp" ? "dual" : task.type, reference: false };
}

type Members = Readonly<Record<string, Json | undefined>>;

/** How an agent pings; of some it is not known. */
function withCapability(node: Members, { world }: MethodContext): Members {
  const seed = world.fleet.get(asText(node.uuid) ?? "")?.seed ?? 0;
  return { ...node, icmp_capability: ["raw", "ping", "none", undefined][seed % 4] };
}
