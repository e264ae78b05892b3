import * as l10n from "@vscode/l10n";
import { type ParamSpec } from "../../shared/call/methodSpec";
import { node, nodes } from "./frequentParams";
import { byName, executes, type MethodFamily, ordered, param, reads, reveals } from "./methodEntry";

/** The agents themselves: startup settings and versions. */
export const agentMethods: MethodFamily = {
  "admin:getAgentStartupConfig": () =>
    reveals(l10n.t("Get the startup settings of an agent"), {
      description: l10n.t(
        "Includes credentials: the agent's token and the auto-discovery key. The agent must be online and support this.",
      ),
      params: byName(node()),
      returns: "{ endpoint: string, token: string, auto_discovery_key: string, [setting]: any }",
      secretKeys: ["cf_access_client_id"],
      secondFactor: true,
      notKept: true,
    }),
  "admin:switchAgentVersion": () =>
    executes(
      l10n.t("Switch an agent to another version"),
      l10n.t(
        "The agent installs the version, newer or older, and restarts. The server does not ask for a two-factor code.",
      ),
      {
        description: l10n.t(
          "The response only says that the request was queued, not whether it succeeded. Some agents ignore it.",
        ),
        params: byName(
          node(),
          param(
            "version",
            "string",
            l10n.t("latest, a release line such as 1.2.*, or an exact version."),
            {
              required: true,
              suggestions: ["latest"],
              example: "1.2.*",
            },
          ),
        ),
        returns: "{ queued: bool }",
      },
    ),
  "admin:getLastRunVersion": () =>
    reads(l10n.t("Get the previous server version"), {
      description: l10n.t("null on the first start, empty if the version was not recorded."),
      returns: "{ last_run_version: string | null }",
    }),
  "admin:agentVersions": () =>
    reads(l10n.t("List agent versions"), {
      description: l10n.t("version is empty for nodes that have never reported."),
      returns:
        "{ rows: { uuid: string, name: string, version: string, online: bool, at_target?: bool }[], counts: { [version]: int } }",
    }),
  "admin:rollAgentUpdate": () =>
    executes(
      l10n.t("Update agents and pin their version"),
      l10n.t(
        "Agents install the version, newer or older, and stay on it. The server does not ask for a two-factor code.",
      ),
      {
        description: l10n.t(
          "Offline nodes are not updated later. A dry run does not check whether nodes are online.",
        ),
        params: ordered(
          allNodes("uuids"),
          param(
            "target",
            "string",
            l10n.t("Version to install. Omit to remove the pinned version."),
            {
              example: "v1.6.5",
              ifEmpty: l10n.t("No version is given: the pinned version is removed."),
            },
          ),
          param("dry_run", "bool", l10n.t("Only report what would be done."), {
            fallback: "false",
          }),
        ),
        returns:
          '{ target: string, dry_run: bool, outcomes: { uuid: string, name: string, status: "dispatched" | "at_target" | "offline" | "failed", detail?: string }[] }',
      },
    ),
  "admin:upgradeAgents": () =>
    executes(
      l10n.t("Upgrade agents"),
      l10n.t("Agents install the version that the server offers and restart."),
      { params: byName(allNodes("uuids")), returns: "object", secondFactor: true },
    ),
  "admin:getAgentAssetVersion": () =>
    reads(l10n.t("Get the agent version that the server offers"), { returns: "object" }),
};

function allNodes(name: string): ParamSpec {
  return {
    ...nodes(name, l10n.t("Several nodes. Omit for all nodes."), false),
    ifEmpty: l10n.t("No nodes are selected: this applies to all nodes."),
  };
}
