import * as l10n from "@vscode/l10n";
import { type ParamsSpec } from "../../shared/call/methodSpec";
import { end, hours, node, start, taskId } from "./frequentParams";
import { byName, type MethodFamily, ordered, param, reads, writes } from "./methodEntry";

const loadTypes = "cpu | ram | swap | load | temp | disk | network | process | connections | all";

export const publicMethods: MethodFamily = {
  "public:getMe": () =>
    reads(l10n.t("Show the current user"), {
      returns:
        "{ username: string, logged_in: bool, uuid?: string, sso_type?: string, sso_id?: string, 2fa_enabled?: bool }",
    }),
  "public:getNodesInformation": () =>
    reads(l10n.t("List the nodes"), {
      description: l10n.t("Addresses, remarks and versions are never included."),
      returns: "Client[]",
    }),
  "public:getPublicSettings": () =>
    reads(l10n.t("Get the public site settings"), { returns: "PublicInfo" }),
  "public:getDashboardSummary": () =>
    reads(l10n.t("Get the dashboard summary"), {
      description: l10n.t("Node traffic, and the nodes with the highest load."),
      params: byName(hours("number", "24"), start(), end()),
      returns:
        "{ start: RFC3339, end: RFC3339, traffic: { points: { time: int, upRate: number, downRate: number, upCum: int, downCum: int }[], nodeTotals: object[], totalUp: int, totalDown: int }, top_cpu: object[], top_mem: object[] }",
    }),
  "public:getVersion": () =>
    reads(l10n.t("Get the server version"), {
      returns: "{ version: string, hash: string }",
    }),
  "public:getClientRecentRecords": () =>
    reads(l10n.t("Get recent samples of a node"), {
      description: l10n.t("As sent by the agent, in nested objects."),
      params: ordered(node()),
      returns: "Report[]",
    }),
  "public:getRecordsByUUID": () =>
    reads(l10n.t("Get a node's load history"), {
      params: ordered(
        node(),
        param("load_type", loadTypes, l10n.t("Return only this metric."), { fallback: "all" }),
        hours("string", "4"),
      ),
      returns:
        "{ count: int, records: StatusRecord[], load_type?: string, has_gpu_data?: bool, gpu_devices?: object }",
    }),
  "public:getPingRecords": () =>
    reads(l10n.t("Get ping history"), {
      description: l10n.t("A node or a ping task is required."),
      params: ordered(
        param("uuid", "string", l10n.t("One node. Omit for all nodes."), { picker: "node" }),
        taskId("string"),
        hours("string", "4"),
      ),
      returns: "{ count: int, basic_info?: BasicInfo[], records: PingRecord[], tasks?: object[] }",
    }),
  "public:getPublicPingTasks": () =>
    reads(l10n.t("List ping tasks"), {
      description: l10n.t("Targets are not included."),
      returns: "PingTask[]",
    }),
  "public:recordVisitorEvent": () =>
    writes(
      l10n.t("Record a visitor event"),
      l10n.t("Adds an entry to the server log if visitor logging is enabled."),
      { params: visitorParams(), returns: '{ status: "success" | "disabled" | "rate_limited" }' },
    ),
};

function visitorParams(): ParamsSpec {
  return ordered(
    param("event", "string", l10n.t("Short name of the event."), {
      required: true,
      example: "page_view",
    }),
    param("action", "string", l10n.t("Alias of event.")),
    param("operation", "string", l10n.t("Alias of event.")),
    param("path", "string", l10n.t("Path of the page.")),
    param("route", "string", l10n.t("Route of the page.")),
    param("target", "string", l10n.t("Target of the event.")),
    param("detail", "object", l10n.t("Details, up to 2048 bytes.")),
  );
}
