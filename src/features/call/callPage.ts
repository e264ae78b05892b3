import * as l10n from "@vscode/l10n";
import { panelIds } from "../../manifest/contributions";
import { type Fleet } from "../../fleet/fleet";
import { type PanelPage } from "../../platform/webviewPanels";
import { shownName } from "../../shared/shownName";
import { type CallTarget } from "../common/callTarget";

export function callPage({ serverId, method }: CallTarget, fleet: Pick<Fleet, "get">): PanelPage {
  const server = fleet.get(serverId)?.name ?? serverId;
  return {
    name: "call",
    viewType: panelIds.call,
    icon: "call",
    title: `${shownName(method)} — ${shownName(server)}`,
    loading: l10n.t("Loading…"),
  };
}
