import * as l10n from "@vscode/l10n";
import { type ParamSpec, type ParamsSpec } from "../../shared/call/methodSpec";
import { type MethodFamily, ordered, param, reveals, writes } from "./methodEntry";

const provider = "{ name: string, addition: string } | { [provider]: ConfigItem[] }";
const done = "{ message: string }";
const senders = [
  ...["bark", "email", "Javascript", "Server酱³", "Server酱Turbo", "telegram", "webhook"],
];
const signIns = ["github", "generic", "qq"];

/** Who carries messages, and who vouches for those who sign in. All of `addition` is secret. */
export const providerMethods: MethodFamily = {
  "admin:getMessageSenderProvider": () =>
    reveals(l10n.t("Get notification settings"), {
      description: l10n.t("Without a provider, the options of every provider are returned."),
      params: ordered(providerName("provider", senders, false)),
      returns: provider,
      secretKeys: ["addition"],
    }),
  "admin:setMessageSenderProvider": () =>
    writes(
      l10n.t("Change notification settings"),
      l10n.t("Replaces the settings of the notification channel."),
      { params: providerParams(senders), returns: done, secretKeys: ["addition"] },
    ),
  "admin:getOidcProvider": () =>
    reveals(l10n.t("Get OAuth provider"), {
      description: l10n.t("Without a provider, the options of every provider are returned."),
      params: ordered(providerName("provider", signIns, false)),
      returns: provider,
      secretKeys: ["addition"],
    }),
  "admin:setOidcProvider": () =>
    writes(
      l10n.t("Set OAuth provider"),
      l10n.t("Replaces the settings of the OAuth provider. Wrong settings lock its users out."),
      { params: providerParams(signIns), returns: done, secretKeys: ["addition"] },
    ),
};

function providerName(name: string, suggestions: readonly string[], required: boolean): ParamSpec {
  return param(name, "string", l10n.t("Name of the provider."), { required, suggestions });
}

function providerParams(names: readonly string[]): ParamsSpec {
  return ordered(
    providerName("name", names, true),
    param("addition", "string", l10n.t("Configuration as a JSON string."), {
      secret: true,
      multiline: true,
      ifEmpty: l10n.t("No configuration is given: the saved one is removed."),
    }),
  );
}
