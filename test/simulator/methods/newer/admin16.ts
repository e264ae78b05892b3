import described from "../../../fixtures/described/admin-1.6.json";
import { describedResults } from "../../described";
import { type Json, isRecord } from "../../json";
import { RpcError, invalidParams } from "../../rpcError";
import { type Handlers, type MethodContext } from "../handler";
import { asText, bind } from "../params";
import { agentOf } from "./agents";

const results = describedResults(described);

/** What 1.6.0 added for administrators. */
export const admin16Methods: Handlers = {
  "admin:listNotificationChannels": resultOf("admin:listNotificationChannels"),
  "admin:getLastRunVersion": resultOf("admin:getLastRunVersion"),
  "admin:getNotificationChannelConfiguration": ofChannel(
    "admin:getNotificationChannelConfiguration",
  ),
  "admin:setNotificationChannelConfiguration": ofChannel(
    "admin:setNotificationChannelConfiguration",
  ),
  "admin:getAgentStartupConfig": async ({ params, world }) => {
    const { uuid } = bind(params, ["uuid"]);
    const node = await agentOf(asText(uuid) ?? "", { offline: "agent is not connected" }, world);
    const settings = results["admin:getAgentStartupConfig"];
    return isRecord(settings) ? { ...settings, token: node.token } : null;
  },
  "admin:switchAgentVersion": async ({ params, world }) => {
    const { uuid, version } = bind(params, ["uuid", "version"]);
    if ((asText(uuid) ?? "") !== "" && (asText(version) ?? "") === "") {
      throw invalidParams("version is required");
    }
    const unsupported = "agent cannot switch its version";
    await agentOf(asText(uuid) ?? "", { offline: "agent is offline", unsupported }, world);
    return { queued: true };
  },
};

function resultOf(method: string) {
  return (): Json => results[method] ?? null;
}

function ofChannel(method: string) {
  return ({ params }: MethodContext): Json => {
    const id = asText(bind(params, ["id"]).id) ?? "";
    if (id === "") throw invalidParams("id is required");
    const channels = results["admin:listNotificationChannels"];
    const known =
      Array.isArray(channels) && channels.some((channel: { id?: Json }) => channel.id === id);
    if (!known) throw new RpcError(-32044, "notification channel not found");
    return results[method] ?? null;
  };
}
