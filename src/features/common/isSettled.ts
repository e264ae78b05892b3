import { type ServerFleet } from "../../fleet/serverFleet";

type Server = Pick<ServerFleet, "nodesLoaded" | "problem"> & {
  readonly session: { readonly state: { readonly kind: string } };
};

/** Whether the nodes of every server are loaded, or cannot be loaded now. */
export function isSettled(fleet: {
  readonly configured: boolean;
  readonly servers: readonly Server[];
}): boolean {
  return (
    fleet.configured &&
    fleet.servers.every(
      ({ nodesLoaded, problem, session }) =>
        nodesLoaded || problem !== undefined || session.state.kind === "failed",
    )
  );
}
