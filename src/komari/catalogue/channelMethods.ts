import * as l10n from "@vscode/l10n";
import { type ParamSpec } from "../../shared/call/methodSpec";
import { byName, type MethodFamily, param, reads, reveals, writes } from "./methodEntry";

const configuration =
  "{ type: string, icon?: string, name: string | { [language]: string }, data: ConfigItem[] }";

/** The notification channels of 1.6: those of the server itself, and of plugins. */
export const channelMethods: MethodFamily = {
  "admin:listNotificationChannels": () =>
    reads(l10n.t("List notification channels"), {
      description: l10n.t("Includes each channel's settings form, but not the saved values."),
      returns: `{ id: string, configuration: ${configuration} }[]`,
    }),
  "admin:getNotificationChannelConfiguration": () =>
    reveals(l10n.t("Get a notification channel's configuration"), {
      description: l10n.t("The saved values may contain tokens and webhook URLs."),
      params: byName(channelId()),
      returns: `{ configuration: ${configuration}, data: { [key]: any } }`,
      secretKeys: ["data"],
      notKept: true,
    }),
  "admin:setNotificationChannelConfiguration": () =>
    writes(
      l10n.t("Set a notification channel's configuration"),
      l10n.t("Replaces all saved values of the channel."),
      {
        params: byName(
          channelId(),
          param("data", "object", l10n.t("All values of the channel, by key."), {
            secret: true,
            ifEmpty: l10n.t("No values are given: the saved values of the channel are removed."),
          }),
        ),
        returns: "null",
        secretKeys: ["data"],
      },
    ),
};

function channelId(): ParamSpec {
  return param("id", "string", l10n.t("Channel ID from admin:listNotificationChannels."), {
    required: true,
    example: "webhook",
  });
}
