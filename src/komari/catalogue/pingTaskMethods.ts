import * as l10n from "@vscode/l10n";
import { type ParamsSpec } from "../../shared/call/methodSpec";
import { nodes } from "./frequentParams";
import {
  byName,
  destroys,
  type MethodFamily,
  ordered,
  param,
  reads,
  whole,
  writes,
} from "./methodEntry";

const types = "icmp | tcp | http | auto | dual";

export const pingTaskMethods: MethodFamily = {
  "admin:getAllPingTasks": () =>
    reads(l10n.t("List ping tasks with their targets"), {
      description: l10n.t("On Nekomari, skipped_clients are nodes that cannot reach the target."),
      returns: "PingTask[]",
    }),
  "admin:addPingTask": () =>
    writes(l10n.t("Add a ping task"), l10n.t("Makes the nodes ping the target."), {
      params: addParams(),
      returns: "{ task_id: uint }",
    }),
  "admin:editPingTask": () =>
    writes(
      l10n.t("Edit ping tasks"),
      l10n.t("Changes the ping tasks. Omitted fields of a task are cleared."),
      {
        params: ordered(
          param("tasks", "PingTask[]", l10n.t("Complete ping tasks, with their IDs."), {
            required: true,
            example:
              '{ "id": 1, "name": "DNS", "type": "icmp", "target": "1.1.1.1", "interval": 60, "clients": [], "default_on": false }',
          }),
        ),
        returns: "null",
      },
    ),
  "admin:deletePingTask": () =>
    destroys(
      l10n.t("Delete ping tasks"),
      l10n.t("Deletes the ping tasks with all their history."),
      {
        params: ordered(
          param("id", "uint[]", l10n.t("IDs of the ping tasks."), {
            required: true,
            picker: "pingTask",
          }),
        ),
        returns: "null",
      },
    ),
  "admin:orderPingTask": () =>
    writes(l10n.t("Reorder ping tasks"), l10n.t("Changes the sort order of the ping tasks."), {
      params: whole(
        param(
          "weights",
          "{ [task_id]: int }",
          l10n.t("Weights of the ping tasks. Lower values come first."),
          {
            required: true,
            example: '{ "1": 1, "2": 2 }',
          },
        ),
      ),
      returns: "null",
    }),
};

function addParams(): ParamsSpec {
  return byName(
    nodes(
      "clients",
      l10n.t("Nodes that ping the target. Required unless default_on is true."),
      false,
    ),
    param("default_on", "bool", l10n.t("Also enable the task on nodes added later."), {
      fallback: "false",
    }),
    param("name", "string", l10n.t("Name of the ping task."), { required: true }),
    param("target", "string", l10n.t("Address, host:port for TCP, or URL for HTTP."), {
      required: true,
      example: "1.1.1.1",
    }),
    param("type", types, l10n.t("Ping type. auto and dual: Nekomari only."), {
      required: true,
    }),
    param("interval", "int", l10n.t("Interval in seconds."), {
      required: true,
      suggestions: ["30", "60", "300"],
    }),
    param("reference", "bool", l10n.t("Use as a reference target. Nekomari only.")),
  );
}
