import responses from "../data/admin-1.4.3.json";
import { minute } from "../fleet/simNode";
import { writeTime } from "../goTime";
import { internalError, invalidParams } from "../rpcError";
import { adminClientMethods } from "./adminClients";
import { dbMethods } from "./db";
import { execMethods } from "./exec";
import { type Handlers, type MethodContext } from "./handler";
import { metricDefinitions } from "./metricKeys";
import { asText, bind } from "./params";
import { pingTaskList } from "./public";

const recorded = Object.fromEntries(
  Object.entries(responses).map(([name, response]) => [name, () => response]),
);

/** Methods that ask for one thing by name, and what they say without it. */
const requirements = {
  "admin:deleteSession": ["session", "Invalid request body: session is required"],
  "admin:deletePlugin": ["short", "short is required"],
  "admin:getPluginLogs": ["short", "short is required"],
  "admin:getPluginConfiguration": ["short", "short is required"],
  "admin:setPluginConfiguration": ["short", "short is required"],
  "admin:getClipboard": ["id", "Invalid ID"],
  "admin:deleteClipboard": ["id", "Invalid ID"],
  "admin:updateClipboard": ["id", "Invalid ID"],
  "admin:updateMetricDefinition": ["name", "name is required"],
  "admin:addPingTask": ["name", "Invalid request body: name is required"],
  "admin:addLoadNotification": ["name", "Invalid request body: name is required"],
  "admin:sendNotification": ["event", "event is required"],
} as const;

const requiring: Handlers = Object.fromEntries(
  Object.entries(requirements).map(([method, [name, message]]) => [
    method,
    ({ params }: MethodContext) => {
      if (bind(params, [name])[name] === undefined) throw invalidParams(message);
      return undefined;
    },
  ]),
);

/** Any other method that the version lists succeeds without a result: see registry.ts. */
export const adminMethods: Handlers = {
  ...recorded,
  ...requiring,
  ...adminClientMethods,
  ...execMethods,
  ...dbMethods,
  "admin:getSettings": ({ world }) => ({
    ...responses["admin:getSettings"],
    api_key: world.knobs.apiKey,
    private_site: world.knobs.privateSite,
    send_ip_addr_to_guest: world.knobs.sendIpToGuest,
    sitename: world.knobs.sitename,
  }),
  "admin:getAllPingTasks": ({ world }) => pingTaskList(world, true),
  "admin:listMetricDefinitions": ({ world }) => metricDefinitions(world),
  "admin:setPluginEnabled": setPluginEnabled,
  "admin:getLogs": getLogs,
  "admin:getSessions": getSessions,
  "admin:deleteAllSessions": ({ world }) => {
    world.sessions.closeAll();
    return undefined;
  },
  "admin:listOfflineNotifications": ({ world }) =>
    world.fleet.inOrder.map(({ uuid }) => ({
      client: uuid,
      client_info: unsetClient,
      enable: false,
      grace_period: 180,
      last_notified: null,
    })),
  "admin:listTrafficReportNotifications": () => [],
  "admin:getMessageSenderProvider": ({ params }) => provider(params, "telegram", "bot_token"),
  "admin:getOidcProvider": ({ params }) => provider(params, "github", "client_secret"),
  "admin:testGeoip": () => {
    throw invalidParams("GeoIP is not enabled in the configuration.");
  },
  "admin:testSendMessage": () => {
    throw internalError("you are using an empty message sender, please check your configuration");
  },
};

/** Every plugin asks for rights that it has not been given: it is enabled with `approved` only. */
function setPluginEnabled({ params }: MethodContext) {
  const { short, enabled, approved } = bind(params, ["short", "enabled", "approved"]);
  if (short === undefined) throw invalidParams("short is required");
  return enabled === true && approved !== true ? { requires_approval: true } : undefined;
}

/** What the server joins to a row and never fills in. */
const unsetClient = {
  name: "",
  cpu_name: "",
  virtualization: "",
  arch: "",
  cpu_cores: 0,
  cpu_physical_cores: 0,
  os: "",
  kernel_version: "",
  gpu_name: "",
  region: "",
  mem_total: 0,
  swap_total: 0,
  disk_total: 0,
  weight: 0,
  price: 0,
  billing_cycle: 0,
  auto_renewal: false,
  currency: "",
  expired_at: null,
  group: "",
  tags: "",
  hidden: false,
  traffic_limit: 0,
  traffic_limit_type: "",
  created_at: "0001-01-01T00:00:00Z",
  updated_at: "0001-01-01T00:00:00Z",
};

/** Numbers are texts here; a number is no value at all. */
function getLogs({ params, world }: MethodContext) {
  const { limit: requestedLimit } = bind(params, ["limit", "page", "msg_type"]);
  const text = asText(requestedLimit) ?? "100";
  const limit = Number(text);
  if (!Number.isInteger(limit) || limit < 1) throw invalidParams(`Invalid limit: ${text}`);
  const total = 150;
  const logs = Array.from({ length: Math.min(limit, total) }, (_unused, index) => ({
    id: total - index,
    ip: index % 3 === 1 ? "203.0.113.77" : "",
    uuid: index % 3 === 1 ? world.userUuid : "",
    message: index % 3 === 1 ? "logged in (password)" : "you are using an empty message sender",
    msg_type: index % 3 === 1 ? "login" : "error",
    time: writeTime(world.clock.now() - index * 7 * minute, world.profile.time),
  }));
  return { logs, total };
}

function getSessions({ world, caller }: MethodContext) {
  const { time } = world.profile;
  const current = caller.role === "admin" ? (caller.session?.token ?? "") : "";
  const data = world.sessions.all.map((session) => ({
    uuid: world.userUuid,
    session: session.token,
    user_agent: session.userAgent,
    ip: "127.0.0.1",
    login_method: "password",
    latest_online: writeTime(session.createdAt, time),
    latest_user_agent: session.userAgent,
    latest_ip: "127.0.0.1",
    expires: writeTime(session.expiresAt, time),
    created_at: writeTime(session.createdAt, time),
  }));
  return { current, data };
}

function provider(params: unknown, name: string, secretName: string) {
  const providerName = asText(bind(params, ["provider"]).provider) ?? name;
  return {
    name: providerName,
    addition: JSON.stringify({ [secretName]: "simulated-secret-0123456789" }),
  };
}
