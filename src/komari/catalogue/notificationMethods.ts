import * as l10n from "@vscode/l10n";
import { type ParamsSpec } from "../../shared/call/methodSpec";
import { nodeList, nodes } from "./frequentParams";
import {
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
    reads(l10n.t("List the alerts on load"), { returns: "LoadNotification[]" }),
  "admin:addLoadNotification": () =>
    writes(
      l10n.t("Add an alert on load"),
      l10n.t("Sends messages from now on when the nodes are above the threshold."),
      { params: loadParams(), returns: "{ task_id: uint }" },
    ),
  "admin:editLoadNotification": () =>
    writes(l10n.t("Change alerts on load"), l10n.t("Changes the alerts on load."), {
      description: l10n.t("Only what is given is changed; an empty text and 0 change nothing."),
      params: ordered(
        param("notifications", "LoadNotification[]", l10n.t("The alerts, with their ids."), {
          required: true,
          example: '{ "id": 1, "threshold": 90 }',
        }),
      ),
      returns: "null",
    }),
  "admin:deleteLoadNotification": () =>
    destroys(l10n.t("Delete alerts on load"), l10n.t("Deletes the alerts on load."), {
      params: ordered(param("id", "uint[]", l10n.t("The ids of the alerts."), { required: true })),
      returns: "null",
    }),
  "admin:listOfflineNotifications": () =>
    reads(l10n.t("List the alerts on nodes that go offline"), { returns: "OfflineNotification[]" }),
  "admin:editOfflineNotification": () =>
    writes(
      l10n.t("Change alerts on nodes that go offline"),
      l10n.t("Changes which nodes send a message when they go offline."),
      {
        params: whole(
          param("notifications", "OfflineNotification[]", l10n.t("The alerts, one for a node."), {
            required: true,
            example: '{ "client": "3f0c…", "enable": true, "grace_period": 180 }',
          }),
        ),
        returns: "null",
      },
    ),
  "admin:enableOfflineNotification": () =>
    writes(
      l10n.t("Turn on alerts on nodes that go offline"),
      l10n.t("Sends messages from now on when the nodes go offline."),
      { params: whole(nodeList()), returns: "null" },
    ),
  "admin:disableOfflineNotification": () =>
    writes(
      l10n.t("Turn off alerts on nodes that go offline"),
      l10n.t("Sends no more messages when the nodes go offline."),
      { params: whole(nodeList()), returns: "null" },
    ),
  "admin:listTrafficReportNotifications": () =>
    reveals(l10n.t("List the reports on traffic"), {
      description: l10n.t("Each comes with its node, token included."),
      returns: "TrafficReportNotification[]",
    }),
  "admin:editTrafficReportNotifications": () =>
    writes(
      l10n.t("Change reports on traffic"),
      l10n.t("Changes which nodes have their traffic reported, and how often."),
      {
        params: whole(
          param("notifications", "TrafficReportNotification[]", l10n.t("One for a node."), {
            required: true,
            example:
              '{ "client": "3f0c…", "enable": true, "daily": false, "weekly": true, "monthly": true }',
          }),
        ),
        returns: "null",
      },
    ),
  "admin:enableTrafficReportNotifications": () =>
    writes(
      l10n.t("Turn on reports on traffic"),
      l10n.t("Sends reports on the traffic of the nodes from now on."),
      {
        description: l10n.t(
          "Fails for nodes of which admin:editTrafficReportNotifications has not set how often.",
        ),
        params: whole(nodeList()),
        returns: "null",
      },
    ),
  "admin:disableTrafficReportNotifications": () =>
    writes(
      l10n.t("Turn off reports on traffic"),
      l10n.t("Sends no more reports on the traffic of the nodes."),
      { params: whole(nodeList()), returns: "null" },
    ),
  "admin:sendNotification": () =>
    writes(
      l10n.t("Send a message"),
      l10n.t("Sends a message to everybody who gets those of the server."),
      {
        params: ordered(
          param("event", "object", l10n.t("The message: event, message, emoji, clients, time."), {
            required: true,
            example: '{ "event": "Test", "message": "Hello", "emoji": "👋" }',
          }),
        ),
        returns: "null",
      },
    ),
  "admin:testSendMessage": () =>
    writes(
      l10n.t("Send a test message"),
      l10n.t("Sends a test message to everybody who gets those of the server."),
      { returns: "null" },
    ),
};

function loadParams(): ParamsSpec {
  return ordered(
    nodes("clients", l10n.t("The nodes that are watched."), true),
    param("name", "string", l10n.t("The name of the alert.")),
    param("metric", "string", l10n.t("What is watched."), {
      required: true,
      suggestions: ["cpu", "ram", "swap", "disk", "load", "gpu", "net_in", "net_out"],
    }),
    param("threshold", "number", l10n.t("In percent; the network in Mbps, the load as it is."), {
      required: true,
      example: "80",
    }),
    param("ratio", "number", l10n.t("How much of the time it has to be above, from 0 to 1."), {
      required: true,
      example: "0.8",
    }),
    param("interval", "int", l10n.t("Minutes that are looked at, from 1 to 240."), {
      required: true,
      example: "15",
    }),
  );
}
