import * as l10n from "@vscode/l10n";
import { type ParamSpec } from "../../shared/call/methodSpec";
import { type MethodFamily, ordered, param, reads, writes } from "./methodEntry";

/** For agents; administrators may not call them. */
export const clientMethods: MethodFamily = {
  "client:getPingTasks": () =>
    reads(l10n.t("List the ping tasks of the agent that asks"), { returns: "PingTask[]" }),
  "client:uploadPingResult": () =>
    writes(
      l10n.t("Report a ping"),
      l10n.t("Adds a ping to the history of the node whose token is used."),
      {
        params: ordered(
          param("task_id", "uint", l10n.t("The ping task."), {
            required: true,
            picker: "pingTask",
          }),
          param("value", "int", l10n.t("Milliseconds; negative if it was lost."), {
            required: true,
          }),
          param("ping_type", "icmp | tcp | http", l10n.t("How it was pinged.")),
          finishedAt(),
        ),
        returns: "{ status: string }",
      },
    ),
  "client:taskResult": () =>
    writes(
      l10n.t("Report the result of a command"),
      l10n.t("Stores the result of a command for the node whose token is used."),
      {
        params: ordered(
          param("task_id", "string", l10n.t("The task of the command."), { required: true }),
          param("result", "string", l10n.t("What the command wrote."), { multiline: true }),
          param("exit_code", "int", l10n.t("The exit code of the command.")),
          finishedAt(),
        ),
        returns: "{ status: string, message: string }",
      },
    ),
};

function finishedAt(): ParamSpec {
  return param(
    "finished_at",
    "RFC3339",
    l10n.t("When it was done. Servers up to 1.2.6 need it; later ones look at their clock."),
  );
}
