import { type Role } from "../../komari/model/model";
import { type Session } from "../../komari/session";

/** What we are to a server; undefined while that is not known. */
export function roleOf(server: { readonly session: Pick<Session, "state"> }): Role | undefined {
  const { state } = server.session;
  return state.kind === "ready" ? state.identity.role : undefined;
}
