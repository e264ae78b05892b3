import * as l10n from "@vscode/l10n";
import { type ParamSpec } from "../../shared/call/methodSpec";
import { type MethodFamily, ordered, param, reads, writes } from "./methodEntry";

/** For agents; administrators may not call them. */
export const clientMethods: MethodFamily = {
  "client:getPingTasks": () =>
    reads(l10n.t("List the calling agent's ping tasks"), { returns: "PingTask[]" }),
  "client:uploadPingResult": () =>
    writes(
      l10n.t("Report a ping result"),
      l10n.t("Adds a ping result to the history of the node that owns the token."),
      {
        params: ordered(
          param("task_id", "uint", l10n.t("ID of the ping task."), {
            required: true,
            picker: "pingTask",
          }),
          param("value", "int", l10n.t("Latency in milliseconds. Negative if lost."), {
            required: true,
          }),
          param("ping_type", "icmp | tcp | http", l10n.t("Ping type.")),
          finishedAt(),
        ),
        returns: "{ status: string }",
      },
    ),
  "client:taskResult": () =>
    writes(
      l10n.t("Report the result of a command"),
      l10n.t("Stores the result of a command for the node that owns the token."),
      {
        params: ordered(
          param("task_id", "string", l10n.t("ID of the command's task."), { required: true }),
          param("result", "string", l10n.t("Output of the command."), { multiline: true }),
          param("exit_code", "int", l10n.t("Exit code of the command.")),
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
    l10n.t("Completion time. Required up to 1.2.6; later versions use the server's clock."),
    { past: true },
  );
}
