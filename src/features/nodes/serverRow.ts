import * as l10n from "@vscode/l10n";
import { type ServerFleet } from "../../fleet/serverFleet";
import { type Row } from "../../platform/treeRow";
import { onlineCount, onlineSentence } from "./onlineCount";

export type ServerRowSource = Pick<ServerFleet, "name" | "described" | "counts"> & {
  readonly session: Pick<ServerFleet["session"], "state" | "credential">;
};

/** "Home lab   18/20": online of total, once the nodes are known. */
export function serverRow(server: ServerRowSource): Row {
  const { state, credential } = server.session;
  const counts = server.counts();
  const failed = state.kind === "failed";
  const counted = server.described ? `${server.name}, ${onlineSentence(counts)}` : server.name;
  return {
    label: server.name,
    description: server.described ? onlineCount(counts) : "",
    icon: failed
      ? { id: "warning", color: "list.warningForeground" }
      : { id: "server-environment", color: "icon.foreground" },
    accessibleLabel: failed ? l10n.t("{0}, not connected", counted) : counted,
    contextValue: credential.kind === "guest" ? "server" : "server signedIn",
  };
}
