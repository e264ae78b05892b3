import * as l10n from "@vscode/l10n";
import { pluginName } from "./frequentParams";
import { byName, destroys, type MethodFamily, param, reads, reveals, writes } from "./methodEntry";

/** Plugins of 1.4.0 and later. The server looks for these parameters by name. */
export const pluginMethods: MethodFamily = {
  "admin:listPlugins": () => reads(l10n.t("List the plugins"), { returns: "Plugin[]" }),
  "admin:getPluginLogs": () =>
    reads(l10n.t("Get the log of a plugin"), {
      params: byName(pluginName()),
      returns: "{ logs: string }",
    }),
  "admin:getPluginConfiguration": () =>
    reveals(l10n.t("Get the configuration of a plugin"), {
      params: byName(pluginName()),
      returns: "{ configuration: object, data: object }",
      secretKeys: ["data"],
    }),
  "admin:setPluginConfiguration": () =>
    writes(
      l10n.t("Set the configuration of a plugin"),
      l10n.t("Replaces the configuration of the plugin and starts it again."),
      {
        params: byName(
          pluginName(),
          param("data", "object", l10n.t("The configuration."), { required: true, secret: true }),
        ),
        returns: "null",
        secretKeys: ["data"],
      },
    ),
  "admin:setPluginEnabled": () =>
    writes(
      l10n.t("Turn a plugin on or off"),
      l10n.t("Starts or stops the plugin, which is code that runs on the server."),
      {
        description: l10n.t(
          "Where the plugin wants rights that were not granted, the answer says so.",
        ),
        params: byName(
          pluginName(),
          param("enabled", "bool", l10n.t("Turned on."), { required: true }),
          param("approved", "bool", l10n.t("Grants the rights that the plugin wants.")),
        ),
        returns: "null | { requires_approval: true }",
      },
    ),
  "admin:deletePlugin": () =>
    destroys(
      l10n.t("Delete a plugin"),
      l10n.t("Deletes the plugin and its files; its configuration stays on the server."),
      { params: byName(pluginName()), returns: "null" },
    ),
};
