import * as l10n from "@vscode/l10n";
import { joinList } from "../../shared/joinList";
import { type Row } from "../../platform/treeRow";
import { icons } from "../nodes/serverMessage";
import { type MethodsMessageSource } from "./methodsMessage";
import { methodCount } from "./methodRow";

/**
 * "Home lab   95 methods".
 * @param total undefined while they are not known.
 */
export function methodsServerRow(server: MethodsMessageSource, total: number | undefined): Row {
  const description = total === undefined ? "" : methodCount(total);
  const counted = description === "" ? server.name : joinList([server.name, description]);
  const failed = server.session.state.kind === "failed";
  return {
    label: server.name,
    description,
    icon: failed ? icons.notConnected : icons.server,
    accessibleLabel: failed ? l10n.t("{0}, not connected", counted) : counted,
    contextValue: "server",
  };
}
