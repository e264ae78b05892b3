import * as l10n from "@vscode/l10n";
import { type ParamsSpec } from "../../shared/call/methodSpec";
import { end, hours, node, nodes, start, taskId } from "./frequentParams";
import { type MethodFamily, ordered, param, reads } from "./methodEntry";

const loadTypes =
  "cpu | gpu | ram | swap | load | temp | disk | network | process | connections | all";

export const commonMethods: MethodFamily = {
  "common:getMe": () =>
    reads(l10n.t("Tell who is asking"), {
      description: l10n.t("Servers up to 1.2.5 fail when they are asked with an API key."),
      returns:
        "{ 2fa_enabled: bool, logged_in: bool, sso_id: string, sso_type: string, username: string, uuid: string }",
    }),
  "common:getNodeRecentStatus": () =>
    reads(l10n.t("Get the latest reports of a node"), {
      description: l10n.t("What came in the last minute or two. It may not be sorted by time."),
      params: ordered(node()),
      returns: "{ count: int, records: StatusRecord[] }",
    }),
  "common:getNodes": () =>
    reads(l10n.t("Get the nodes"), {
      description: l10n.t("One node, or all of them by UUID. Guests do not see hidden nodes."),
      params: ordered(
        param("uuid", "string", l10n.t("One node; without it all of them."), { picker: "node" }),
      ),
      returns: "Client | { [uuid]: Client }",
    }),
  "common:getNodesLatestStatus": () =>
    reads(l10n.t("Get the latest status of nodes"), {
      description: l10n.t("Nodes that have not reported since the server started are missing."),
      params: ordered(
        param("uuid", "string", l10n.t("One node: the answer is its status alone."), {
          picker: "node",
        }),
        nodes("uuids", l10n.t("Some nodes. Not used when there is a uuid."), false),
      ),
      returns: "NodeStatus | { [uuid]: NodeStatus }",
    }),
  "common:getPublicInfo": () =>
    reads(l10n.t("Get the public settings of the site"), { returns: "PublicInfo" }),
  "common:getRecords": () =>
    reads(l10n.t("Get the history of load or pings"), {
      description: l10n.t(
        "Without start and end these are the last hours. Records of load always come by node.",
      ),
      params: recordsParams(),
      returns:
        "{ count: int, records: { [uuid]: StatusRecord[] } | PingRecord[], basic_info?: BasicInfo[], tasks?: PingTaskStats[], from: RFC3339, to: RFC3339 }",
    }),
  "common:getVersion": () =>
    reads(l10n.t("Get the version of the server"), {
      returns: "{ version: string, hash: string }",
    }),
};

function recordsParams(): ParamsSpec {
  return ordered(
    param("type", "load | ping", l10n.t("What kind of records."), { fallback: "load" }),
    param("uuid", "string", l10n.t("One node; without it all of them."), { picker: "node" }),
    hours("int", "1"),
    start(),
    end(),
    param("load_type", loadTypes, l10n.t("Of load: only this metric."), { fallback: "all" }),
    taskId("int"),
    param(
      "maxCount",
      "int",
      l10n.t("The most rows, of all nodes together; -1 sets no limit, less than that is a fault."),
      { fallback: "4000", suggestions: ["4000", "-1"] },
    ),
  );
}
