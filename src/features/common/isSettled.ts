import { type ServerFleet } from "../../fleet/serverFleet";

type Server = Pick<ServerFleet, "described" | "problem"> & {
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
      ({ described, problem, session }) =>
        described || problem !== undefined || session.state.kind === "failed",
    )
  );
}
