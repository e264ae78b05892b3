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
    reveals(l10n.t("Get how messages are sent"), {
      description: l10n.t("Without a provider the server tells what each of them can be told."),
      params: ordered(providerName("provider", senders, false)),
      returns: provider,
      secretKeys: ["addition"],
    }),
  "admin:setMessageSenderProvider": () =>
    writes(
      l10n.t("Set how messages are sent"),
      l10n.t("Replaces the configuration of the provider that sends messages."),
      { params: providerParams(senders), returns: done, secretKeys: ["addition"] },
    ),
  "admin:getOidcProvider": () =>
    reveals(l10n.t("Get how people sign in elsewhere"), {
      description: l10n.t("Without a provider the server tells what each of them can be told."),
      params: ordered(providerName("provider", signIns, false)),
      returns: provider,
      secretKeys: ["addition"],
    }),
  "admin:setOidcProvider": () =>
    writes(
      l10n.t("Set how people sign in elsewhere"),
      l10n.t("Replaces the configuration of the provider; a wrong one locks its users out."),
      { params: providerParams(signIns), returns: done, secretKeys: ["addition"] },
    ),
};

function providerName(name: string, suggestions: readonly string[], required: boolean): ParamSpec {
  return param(name, "string", l10n.t("The name of the provider."), { required, suggestions });
}

function providerParams(names: readonly string[]): ParamsSpec {
  return ordered(
    providerName("name", names, true),
    param("addition", "string", l10n.t("The configuration: JSON in a text."), {
      secret: true,
      multiline: true,
    }),
  );
}
