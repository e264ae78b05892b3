import { type Credential } from "../../komari/credential";
import { type Logger } from "../../util/logger";
import { type ServerProbe, type Target } from "./serverProbe";

/** A credential that a server has accepted. */
export interface Access {
  readonly site: Target;
  readonly credential: Credential;
}

interface Options {
  readonly probe: Pick<ServerProbe, "logout">;
  readonly logger: Logger;
}

/**
 * Ends a session at the server, as far as possible. Only one we opened with a password (then the
 * user name is known): a pasted cookie is that of a browser, which stays signed in.
 */
export async function endSession(
  { probe, logger }: Options,
  { site, credential }: Access,
): Promise<void> {
  if (credential.kind !== "session" || credential.username === undefined) return;
  const problem = await probe.logout(site, credential.token);
  if (problem !== undefined) logger.warn(`${site.baseUrl}: signing out failed`, problem.detail);
}

/** Ends what was opened on the way, by going back and signing in again, and was not kept. */
export async function endUnusedSessions(
  options: Options,
  opened: readonly Access[],
  kept: Credential | undefined,
): Promise<void> {
  const unused = opened.filter(({ credential }) => credential !== kept);
  await Promise.all(unused.map((access) => endSession(options, access)));
}
