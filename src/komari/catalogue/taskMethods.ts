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
      l10n.t("Runs the command on the nodes, with all rights of their agents."),
      {
        description: l10n.t(
          "The answer is the task alone. What the commands wrote comes with admin:getTaskResultsByTaskId.",
        ),
        params: ordered(
          param("command", "string", l10n.t("The command, for the shell or PowerShell."), {
            required: true,
            multiline: true,
            example: "uptime",
          }),
          nodes("clients", l10n.t("The nodes. At least one has to be online."), true),
        ),
        returns: "{ task_id: string, clients: string[] | null, queued_clients: string[] | null }",
        secondFactor: true,
      },
    ),
  "admin:getTasks": () =>
    reads(l10n.t("List the commands that were run"), { returns: `${task}[]` }),
  "admin:getTaskById": () =>
    reads(l10n.t("Get a command with its results"), { params: ordered(taskId()), returns: task }),
  "admin:getTasksByClientId": () =>
    reads(l10n.t("List the commands that were run on a node"), {
      params: ordered(node()),
      returns: "Task[]",
    }),
  "admin:getSpecificTaskResult": () =>
    reads(l10n.t("Get the result of a command on one node"), {
      params: ordered(taskId(), node()),
      returns: storedResult,
    }),
  "admin:getTaskResultsByTaskId": () =>
    reads(l10n.t("Get the results of a command"), {
      description: l10n.t("Until a node has finished, its exit code is null."),
      params: ordered(taskId()),
      returns: `${storedResult}[]`,
    }),
};

function taskId(): ParamSpec {
  return param("task_id", "string", l10n.t("The task that admin:exec answered with."), {
    required: true,
  });
}
