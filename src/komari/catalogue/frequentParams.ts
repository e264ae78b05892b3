import * as l10n from "@vscode/l10n";
import { type ParamSpec } from "../../shared/call/methodSpec";
import { param } from "./methodEntry";

/** Parameters of more than one method. */

export function node(): ParamSpec {
  return param("uuid", "string", l10n.t("The node."), { required: true, picker: "node" });
}

export function nodes(name: string, description: string, required: boolean): ParamSpec {
  return param(name, "string[]", description, { required, picker: "nodes" });
}

/** All of the params is a list of nodes. */
export function nodeList(): ParamSpec {
  return nodes("uuids", l10n.t("The nodes."), true);
}

export function start(): ParamSpec {
  return param(
    "start",
    "RFC3339",
    l10n.t("The beginning of the span, with its time zone. Without an end it goes on until now."),
  );
}

export function end(): ParamSpec {
  return param("end", "RFC3339", l10n.t("The end of the span, with its time zone."));
}

export function hours(type: string, fallback: string): ParamSpec {
  const description = l10n.t("The last hours.");
  return param("hours", type, description, { fallback, suggestions: ["1", "4", "24", "168"] });
}

export function taskId(type: string): ParamSpec {
  return param("task_id", type, l10n.t("One ping task; without it all of them."), {
    picker: "pingTask",
  });
}

export function pluginName(): ParamSpec {
  return param("short", "string", l10n.t("The short name of the plugin."), { required: true });
}

export function database(): ParamSpec {
  const description = l10n.t("Which database: that of the server, or that of the history.");
  return param("database", "main | metrics", description, { fallback: "main" });
}
