import { type FleetNode } from "../../../src/shared/fleet/fleetApi";

/** What VS Code's own menu is told of the node below the pointer: its commands get it as a row of the tree. */
export function nodeContext({ serverId, uuid, favorite, ipv4, ipv6 }: FleetNode): string {
  return JSON.stringify({
    webviewSection: "node",
    preventDefaultContextMenuItems: true,
    kind: "node",
    serverId,
    uuid,
    favorite,
    ipv4: isWhole(ipv4),
    ipv6: isWhole(ipv6),
  });
}

/** Guests may see a masked address, which cannot be used elsewhere. */
function isWhole(address: string | undefined): boolean {
  return address !== undefined && !address.includes("*");
}
