import { type Session } from "../../../komari/session";

/** What commands use of the fleet: some members of a server's session. */
export interface SessionsById<K extends keyof Session> {
  get(serverId: string): { readonly session: Pick<Session, K> } | undefined;
}
