import * as l10n from "@vscode/l10n";
import { type ParamsSpec } from "../../shared/call/methodSpec";
import { nodes } from "./frequentParams";
import { destroys, type MethodFamily, ordered, param, reads, whole, writes } from "./methodEntry";

const types = "icmp | tcp | http";

export const pingTaskMethods: MethodFamily = {
  "admin:getAllPingTasks": () =>
    reads(l10n.t("List the ping tasks with their targets"), { returns: "PingTask[]" }),
  "admin:addPingTask": () =>
    writes(l10n.t("Add a ping task"), l10n.t("Lets the nodes ping the target from now on."), {
      params: addParams(),
      returns: "{ task_id: uint }",
    }),
  "admin:editPingTask": () =>
    writes(
      l10n.t("Change ping tasks"),
      l10n.t("Changes the ping tasks; what is left out of a task is emptied."),
      {
        params: ordered(
          param("tasks", "PingTask[]", l10n.t("The tasks as they are to be, with their ids."), {
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
      l10n.t("Deletes the ping tasks with all of their history."),
      {
        params: ordered(
          param("id", "uint[]", l10n.t("The ping tasks."), { required: true, picker: "pingTask" }),
        ),
        returns: "null",
      },
    ),
  "admin:orderPingTask": () =>
    writes(l10n.t("Change the order of ping tasks"), l10n.t("Changes the weights of the tasks."), {
      params: whole(
        param("weights", "{ [task_id]: int }", l10n.t("Weights of ping tasks, the least first."), {
          required: true,
          example: '{ "1": 1, "2": 2 }',
        }),
      ),
      returns: "null",
    }),
};

function addParams(): ParamsSpec {
  return ordered(
    nodes("clients", l10n.t("The nodes that ping. Needed unless default_on is true."), false),
    param("default_on", "bool", l10n.t("Nodes that are added later ping too."), {
      fallback: "false",
    }),
    param("name", "string", l10n.t("The name of the ping task."), { required: true }),
    param("target", "string", l10n.t("An address, a host with a port for TCP, or a URL."), {
      required: true,
      example: "1.1.1.1",
    }),
    param("type", types, l10n.t("How to ping."), { required: true }),
    param("interval", "int", l10n.t("Seconds from ping to ping."), {
      required: true,
      suggestions: ["30", "60", "300"],
    }),
  );
}
