import * as l10n from "@vscode/l10n";
import { type ParamSpec } from "../../shared/call/methodSpec";
import { param } from "./methodEntry";

/** Parameters of more than one method. */

export function node(): ParamSpec {
  return param("uuid", "string", l10n.t("Node UUID."), { required: true, picker: "node" });
}

export function nodes(name: string, description: string, required: boolean): ParamSpec {
  return param(name, "string[]", description, { required, picker: "nodes" });
}

/** All of the params is a list of nodes. */
export function nodeList(): ParamSpec {
  return nodes("uuids", l10n.t("Node UUIDs."), true);
}

export function start(): ParamSpec {
  return param(
    "start",
    "RFC3339",
    l10n.t("Start of the time range, with a time zone. Without an end, the range extends to now."),
    { past: true },
  );
}

export function end(): ParamSpec {
  const description = l10n.t("End of the time range, with a time zone.");
  return param("end", "RFC3339", description, { past: true });
}

export function hours(type: string, fallback: string): ParamSpec {
  const description = l10n.t("Number of hours up to now.");
  return param("hours", type, description, { fallback, suggestions: ["1", "4", "24", "168"] });
}

export function taskId(type: string): ParamSpec {
  return param("task_id", type, l10n.t("One ping task. Omit for all tasks."), {
    picker: "pingTask",
  });
}

export function pluginName(): ParamSpec {
  return param("short", "string", l10n.t("Short name of the plugin."), { required: true });
}

export function database(): ParamSpec {
  const description = l10n.t("Server database or metrics database.");
  return param("database", "main | metrics", description, { fallback: "main" });
}
