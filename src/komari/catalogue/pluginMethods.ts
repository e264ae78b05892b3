import * as l10n from "@vscode/l10n";
import { pluginName } from "./frequentParams";
import {
  destroys,
  executes,
  type MethodFamily,
  namedOnly,
  param,
  reads,
  reveals,
  writes,
} from "./methodEntry";

/** Plugins of 1.4.0 and later. The server looks for these parameters by name. */
export const pluginMethods: MethodFamily = {
  "admin:listPlugins": () => reads(l10n.t("List the plugins"), { returns: "Plugin[]" }),
  "admin:getPluginLogs": () =>
    reads(l10n.t("Get a plugin's log"), {
      params: namedOnly(pluginName()),
      returns: "{ logs: string }",
    }),
  "admin:getPluginConfiguration": () =>
    reveals(l10n.t("Get a plugin's configuration"), {
      params: namedOnly(pluginName()),
      returns: "{ configuration: object, data: object }",
      secretKeys: ["data"],
    }),
  "admin:setPluginConfiguration": () =>
    writes(
      l10n.t("Set a plugin's configuration"),
      l10n.t("Replaces the plugin's configuration and restarts the plugin."),
      {
        params: namedOnly(
          pluginName(),
          param("data", "object", l10n.t("Configuration."), {
            required: true,
            secret: true,
            ifEmpty: l10n.t("No configuration is given: the saved one is removed."),
          }),
        ),
        returns: "null",
        secretKeys: ["data"],
      },
    ),
  "admin:setPluginEnabled": () =>
    executes(
      l10n.t("Enable or disable a plugin"),
      l10n.t("Starts or stops the plugin, which runs code on the server."),
      {
        description: l10n.t(
          "If the plugin requests permissions that have not been granted, it is not enabled until you grant them.",
        ),
        params: namedOnly(
          pluginName(),
          param("enabled", "bool", l10n.t("Whether the plugin is enabled."), { required: true }),
          param("approved", "bool", l10n.t("Grant the permissions that the plugin requests."), {
            ifTrue: l10n.t("The plugin is granted all permissions that it requests."),
          }),
        ),
        returns: "null | { requires_approval: true }",
      },
    ),
  "admin:deletePlugin": () =>
    destroys(
      l10n.t("Delete a plugin"),
      l10n.t("Deletes the plugin and its files. Its configuration stays on the server."),
      { params: namedOnly(pluginName()), returns: "null" },
    ),
};
