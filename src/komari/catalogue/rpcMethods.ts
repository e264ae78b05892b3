import * as l10n from "@vscode/l10n";
import { type MethodFamily, ordered, param, reads } from "./methodEntry";

export const rpcMethods: MethodFamily = {
  "rpc.help": () =>
    reads(l10n.t("Describe a method"), {
      description: l10n.t("Without a method the server lists all methods with their summaries."),
      params: ordered(
        param("method", "string", l10n.t("The method, with its namespace."), {
          picker: "method",
          example: "common:getNodes",
        }),
      ),
      returns: "MethodMeta | { name: string, summary: string }[]",
    }),
  "rpc.methods": () =>
    reads(l10n.t("List the methods of the server"), {
      params: ordered(
        param("internal", "bool", l10n.t("The rpc.* methods too."), { fallback: "false" }),
      ),
      returns: "string[]",
    }),
  "rpc.ping": () => reads(l10n.t("See whether the server answers"), { returns: '"pong"' }),
  "rpc.version": () =>
    reads(l10n.t("Get the version of the RPC protocol"), {
      description: l10n.t("The version of the server is told by common:getVersion."),
      returns: "string",
    }),
};
