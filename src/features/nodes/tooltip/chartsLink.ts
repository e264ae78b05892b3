import * as l10n from "@vscode/l10n";
import { commandIds } from "../../../contributions";
import { type NodeElement } from "../elements";

/** Markdown: a link that opens the charts of a node, whatever its server calls it. */
export function chartsLink({ serverId, uuid }: Pick<NodeElement, "serverId" | "uuid">): string {
  const args = encodeURIComponent(JSON.stringify([{ kind: "node", serverId, uuid }]));
  // What encodeURIComponent leaves could end the link.
  const safe = args.replace(/[!'()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16)}`);
  return `[${l10n.t("Open Charts")}](command:${commandIds.openCharts}?${safe})`;
}
