import * as l10n from "@vscode/l10n";
import { type ParamsSpec } from "../../shared/call/methodSpec";
import { nodeList, nodes } from "./frequentParams";
import {
  byName,
  destroys,
  type MethodFamily,
  ordered,
  param,
  reads,
  reveals,
  whole,
  writes,
} from "./methodEntry";

export const notificationMethods: MethodFamily = {
  "admin:getAllLoadNotifications": () =>
    reads(l10n.t("List load notifications"), { returns: "LoadNotification[]" }),
  "admin:addLoadNotification": () =>
    writes(
      l10n.t("Add a load notification"),
      l10n.t("Sends notifications when the nodes exceed the threshold."),
      { params: loadParams(), returns: "{ task_id: uint }" },
    ),
  "admin:editLoadNotification": () =>
    writes(l10n.t("Edit load notifications"), l10n.t("Changes the load notifications."), {
      description: l10n.t("Only the given fields are changed. Empty strings and 0 are ignored."),
      params: ordered(
        param(
          "notifications",
          "LoadNotification[]",
          l10n.t("Load notifications, with their IDs."),
          {
            required: true,
            example: '{ "id": 1, "threshold": 90 }',
          },
        ),
      ),
      returns: "null",
    }),
  "admin:deleteLoadNotification": () =>
    destroys(l10n.t("Delete load notifications"), l10n.t("Deletes the load notifications."), {
      params: ordered(
        param("id", "uint[]", l10n.t("IDs of the load notifications."), { required: true }),
      ),
      returns: "null",
    }),
  "admin:listOfflineNotifications": () =>
    reads(l10n.t("List offline notifications"), { returns: "OfflineNotification[]" }),
  "admin:editOfflineNotification": () =>
    writes(
      l10n.t("Edit offline notifications"),
      l10n.t("Changes which nodes send offline notifications."),
      {
        params: whole(
          param(
            "notifications",
            "OfflineNotification[]",
            l10n.t("Offline notifications, one per node."),
            {
              required: true,
              example: '{ "client": "3f0c…", "enable": true, "grace_period": 180 }',
            },
          ),
        ),
        returns: "null",
      },
    ),
  "admin:enableOfflineNotification": () =>
    writes(
      l10n.t("Enable offline notifications"),
      l10n.t("Sends notifications when the nodes go offline."),
      { params: whole(nodeList()), returns: "null" },
    ),
  "admin:disableOfflineNotification": () =>
    writes(
      l10n.t("Disable offline notifications"),
      l10n.t("Stops sending notifications when the nodes go offline."),
      { params: whole(nodeList()), returns: "null" },
    ),
  "admin:listTrafficReportNotifications": () =>
    reveals(l10n.t("List traffic reports"), {
      description: l10n.t("Each report includes its node with the token."),
      returns: "TrafficReportNotification[]",
    }),
  "admin:editTrafficReportNotifications": () =>
    writes(
      l10n.t("Edit traffic reports"),
      l10n.t("Changes which nodes send traffic reports, and how often."),
      {
        params: whole(
          param(
            "notifications",
            "TrafficReportNotification[]",
            l10n.t("Traffic reports, one per node."),
            {
              required: true,
              example:
                '{ "client": "3f0c…", "enable": true, "daily": false, "weekly": true, "monthly": true }',
            },
          ),
        ),
        returns: "null",
      },
    ),
  "admin:enableTrafficReportNotifications": () =>
    writes(l10n.t("Enable traffic reports"), l10n.t("Sends traffic reports of the nodes."), {
      description: l10n.t(
        "Fails for nodes without a schedule. Set one with admin:editTrafficReportNotifications.",
      ),
      params: whole(nodeList()),
      returns: "null",
    }),
  "admin:disableTrafficReportNotifications": () =>
    writes(
      l10n.t("Disable traffic reports"),
      l10n.t("Stops sending traffic reports of the nodes."),
      { params: whole(nodeList()), returns: "null" },
    ),
  "admin:sendNotification": () =>
    writes(
      l10n.t("Send a notification"),
      l10n.t("Sends a notification through the server's notification channel."),
      {
        params: ordered(
          param(
            "event",
            "object",
            l10n.t("The notification: event, message, emoji, clients, time."),
            {
              required: true,
              example: '{ "event": "Test", "message": "Hello", "emoji": "👋" }',
            },
          ),
        ),
        returns: "null",
      },
    ),
  "admin:testSendMessage": () =>
    writes(
      l10n.t("Send a test notification"),
      l10n.t("Sends a test notification through the server's notification channel."),
      { returns: "null" },
    ),
};

function loadParams(): ParamsSpec {
  return byName(
    nodes("clients", l10n.t("Nodes to monitor."), true),
    param("name", "string", l10n.t("Name of the notification.")),
    param("metric", "string", l10n.t("Metric to monitor."), {
      required: true,
      suggestions: ["cpu", "ram", "swap", "disk", "load", "gpu", "net_in", "net_out"],
    }),
    param(
      "threshold",
      "number",
      l10n.t("Threshold in percent. Network: in Mbps. Load: the load average."),
      {
        required: true,
        example: "80",
      },
    ),
    param("ratio", "number", l10n.t("Share of the time above the threshold, from 0 to 1."), {
      required: true,
      example: "0.8",
    }),
    param("interval", "int", l10n.t("Time range to check in minutes, from 1 to 240."), {
      required: true,
      example: "15",
    }),
    param("mode", "fixed | baseline", l10n.t("Fixed threshold or baseline. Nekomari only.")),
    param("baseline_days", "int", l10n.t("Days that make up the baseline. Nekomari only.")),
    param("multiplier", "number", l10n.t("Factor above the baseline. Nekomari only.")),
    param("tasks", "int[]", l10n.t("Ping tasks to monitor. Nekomari only."), {
      picker: "pingTask",
    }),
  );
}
