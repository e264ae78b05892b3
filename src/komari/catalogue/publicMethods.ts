import * as l10n from "@vscode/l10n";
import { type ParamsSpec } from "../../shared/call/methodSpec";
import { hours, node, taskId } from "./frequentParams";
import { type MethodFamily, ordered, param, reads, writes } from "./methodEntry";

const loadTypes = "cpu | ram | swap | load | temp | disk | network | process | connections | all";

export const publicMethods: MethodFamily = {
  "public:getMe": () =>
    reads(l10n.t("Tell who is asking"), {
      returns:
        "{ username: string, logged_in: bool, uuid?: string, sso_type?: string, sso_id?: string, 2fa_enabled?: bool }",
    }),
  "public:getNodesInformation": () =>
    reads(l10n.t("List the nodes"), {
      description: l10n.t("Addresses, remarks and versions are left out for everybody."),
      returns: "Client[]",
    }),
  "public:getPublicSettings": () =>
    reads(l10n.t("Get the public settings of the site"), { returns: "PublicInfo" }),
  "public:getVersion": () =>
    reads(l10n.t("Get the version of the server"), {
      returns: "{ version: string, hash: string }",
    }),
  "public:getClientRecentRecords": () =>
    reads(l10n.t("Get the latest reports of a node"), {
      description: l10n.t("As the agent sent them, in nested objects."),
      params: ordered(node()),
      returns: "Report[]",
    }),
  "public:getRecordsByUUID": () =>
    reads(l10n.t("Get the history of load of a node"), {
      params: ordered(
        node(),
        param("load_type", loadTypes, l10n.t("Only this metric."), { fallback: "all" }),
        hours("string", "4"),
      ),
      returns:
        "{ count: int, records: StatusRecord[], load_type?: string, has_gpu_data?: bool, gpu_devices?: object }",
    }),
  "public:getPingRecords": () =>
    reads(l10n.t("Get the history of pings"), {
      description: l10n.t("A node or a ping task has to be named."),
      params: ordered(
        param("uuid", "string", l10n.t("One node; without it all of them."), { picker: "node" }),
        taskId("string"),
        hours("string", "4"),
      ),
      returns: "{ count: int, basic_info?: BasicInfo[], records: PingRecord[], tasks?: object[] }",
    }),
  "public:getPublicPingTasks": () =>
    reads(l10n.t("List the ping tasks"), {
      description: l10n.t("Their targets are left out."),
      returns: "PingTask[]",
    }),
  "public:recordVisitorEvent": () =>
    writes(
      l10n.t("Record what a visitor does"),
      l10n.t("Writes a line into the log of the server, if it records visitors."),
      { params: visitorParams(), returns: '{ status: "success" | "disabled" | "rate_limited" }' },
    ),
};

function visitorParams(): ParamsSpec {
  return ordered(
    param("event", "string", l10n.t("A short name of the event."), {
      required: true,
      example: "page_view",
    }),
    param("action", "string", l10n.t("Another name for event.")),
    param("operation", "string", l10n.t("Another name for event.")),
    param("path", "string", l10n.t("The path of the page.")),
    param("route", "string", l10n.t("The route of the page.")),
    param("target", "string", l10n.t("What the event is about.")),
    param("detail", "object", l10n.t("More about it, up to 2048 bytes.")),
  );
}
