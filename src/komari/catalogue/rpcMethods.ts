import * as l10n from "@vscode/l10n";
import { type MethodFamily, ordered, param, reads } from "./methodEntry";

export const rpcMethods: MethodFamily = {
  "rpc.help": () =>
    reads(l10n.t("Describe a method"), {
      description: l10n.t("Without a method, all methods are listed with their summaries."),
      params: ordered(
        param("method", "string", l10n.t("Full method name, with its namespace."), {
          picker: "method",
          example: "common:getNodes",
        }),
      ),
      returns: "MethodMeta | { name: string, summary: string }[]",
    }),
  "rpc.methods": () =>
    reads(l10n.t("List the server's methods"), {
      params: ordered(
        param("internal", "bool", l10n.t("Include rpc.* methods."), { fallback: "false" }),
      ),
      returns: "string[]",
    }),
  "rpc.ping": () => reads(l10n.t("Check whether the server responds"), { returns: '"pong"' }),
  "rpc.version": () =>
    reads(l10n.t("Get the RPC protocol version"), {
      description: l10n.t("For the server version, use common:getVersion."),
      returns: "string",
    }),
};
