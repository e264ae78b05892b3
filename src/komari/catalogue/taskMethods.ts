import * as l10n from "@vscode/l10n";
import { type ParamSpec } from "../../shared/call/methodSpec";
import { node, nodes } from "./frequentParams";
import { executes, type MethodFamily, ordered, param, reads } from "./methodEntry";

const result =
  "{ client: string, result: string, exit_code: int | null, finished_at: RFC3339 | null, created_at: RFC3339 }";
/** Of the methods that answer with rows as they are stored. */
const storedResult =
  "{ task_id: string, client: string, client_info: Client, result: string, exit_code: int | null, finished_at: RFC3339 | null, created_at: RFC3339 }";
const task = `{ task_id: string, clients: string[], command: string, results: ${result}[] }`;

/** Commands on nodes, and what became of them. */
export const taskMethods: MethodFamily = {
  "admin:exec": () =>
    executes(
      l10n.t("Run a command on nodes"),
      l10n.t("The command runs with the rights of the agents, usually root."),
      {
        description: l10n.t(
          "Returns only the task. Get the output with admin:getTaskResultsByTaskId.",
        ),
        params: ordered(
          param("command", "string", l10n.t("Shell command (PowerShell on Windows)."), {
            required: true,
            multiline: true,
            example: "uptime",
          }),
          nodes("clients", l10n.t("Node UUIDs. At least one node must be online."), true),
        ),
        returns: "{ task_id: string, clients: string[] | null, queued_clients: string[] | null }",
        secondFactor: true,
      },
    ),
  "admin:getTasks": () => reads(l10n.t("List past commands"), { returns: `${task}[]` }),
  "admin:getTaskById": () =>
    reads(l10n.t("Get a command with its results"), { params: ordered(taskId()), returns: task }),
  "admin:getTasksByClientId": () =>
    reads(l10n.t("List past commands of a node"), {
      params: ordered(node()),
      returns: "Task[]",
    }),
  "admin:getSpecificTaskResult": () =>
    reads(l10n.t("Get a command's result on one node"), {
      params: ordered(taskId(), node()),
      returns: storedResult,
    }),
  "admin:getTaskResultsByTaskId": () =>
    reads(l10n.t("Get the results of a command"), {
      description: l10n.t("The exit code is null until the node has finished."),
      params: ordered(taskId()),
      returns: `${storedResult}[]`,
    }),
};

function taskId(): ParamSpec {
  return param("task_id", "string", l10n.t("Task ID from admin:exec."), {
    required: true,
  });
}
