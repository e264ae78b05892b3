import { openExternal } from "../../../platform/openExternal";
import { type NodeElement } from "../elements";

/** The node's page in the server's own web interface. */
export async function openInDashboard(element: NodeElement): Promise<void> {
  await openExternal(`${element.serverId}/instance/${encodeURIComponent(element.uuid)}`);
}
