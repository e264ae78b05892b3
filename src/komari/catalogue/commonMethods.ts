import * as l10n from "@vscode/l10n";
import { type ParamsSpec } from "../../shared/call/methodSpec";
import { end, hours, node, nodes, start, taskId } from "./frequentParams";
import { type MethodFamily, ordered, param, reads } from "./methodEntry";

const loadTypes =
  "cpu | gpu | ram | swap | load | temp | disk | network | process | connections | all";

export const commonMethods: MethodFamily = {
  "common:getMe": () =>
    reads(l10n.t("Show the current user"), {
      description: l10n.t("Fails with an API key on servers up to 1.2.5."),
      returns:
        "{ 2fa_enabled: bool, logged_in: bool, sso_id: string, sso_type: string, username: string, uuid: string }",
    }),
  "common:getNodeRecentStatus": () =>
    reads(l10n.t("Get recent samples of a node"), {
      description: l10n.t("Samples from the last minute or two, not necessarily sorted by time."),
      params: ordered(node()),
      returns: "{ count: int, records: StatusRecord[] }",
    }),
  "common:getNodes": () =>
    reads(l10n.t("Get the nodes"), {
      description: l10n.t("One node, or all nodes by UUID. Guests do not see hidden nodes."),
      params: ordered(
        param("uuid", "string", l10n.t("One node. Omit for all nodes."), { picker: "node" }),
      ),
      returns: "Client | { [uuid]: Client }",
    }),
  "common:getNodesLatestStatus": () =>
    reads(l10n.t("Get the latest status of nodes"), {
      description: l10n.t(
        "Nodes that have not reported since the server started are not included. On Nekomari, values can be null; quality says why.",
      ),
      params: ordered(
        param("uuid", "string", l10n.t("Return only this node's status."), {
          picker: "node",
        }),
        nodes("uuids", l10n.t("Several nodes. Ignored if uuid is set."), false),
        param("include_ping", "bool", l10n.t("Include ping statistics. Nekomari only."), {
          fallback: "true",
        }),
      ),
      returns: "NodeStatus | { [uuid]: NodeStatus }",
    }),
  "common:getPublicInfo": () =>
    reads(l10n.t("Get the public site settings"), { returns: "PublicInfo" }),
  "common:getRecords": () =>
    reads(l10n.t("Get load or ping history"), {
      description: l10n.t(
        "Without start and end, the last hours are returned. Load records are always grouped by node.",
      ),
      params: recordsParams(),
      returns:
        "{ count: int, records: { [uuid]: StatusRecord[] } | PingRecord[], basic_info?: BasicInfo[], tasks?: PingTaskStats[], from: RFC3339, to: RFC3339 }",
    }),
  "common:getVersion": () =>
    reads(l10n.t("Get the server version"), {
      returns: "{ version: string, hash: string }",
    }),
};

function recordsParams(): ParamsSpec {
  return ordered(
    param("type", "load | ping", l10n.t("Type of records."), { fallback: "load" }),
    param("uuid", "string", l10n.t("One node. Omit for all nodes."), { picker: "node" }),
    hours("int", "1"),
    start(),
    end(),
    param("load_type", loadTypes, l10n.t("For load records: return only this metric."), {
      fallback: "all",
    }),
    taskId("int"),
    param("maxCount", "int", l10n.t("Maximum rows across all nodes. -1: unlimited."), {
      fallback: "4000",
      suggestions: ["4000", "-1"],
    }),
  );
}
