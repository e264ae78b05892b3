import { type Credential } from "../../../komari/credential";
import { type ServerConfig } from "../../../settings/config";
import { type ServerEntries } from "../../../settings/serverEntries";
import { type Logger } from "../../../util/logger";

interface Options {
  readonly entries: Pick<ServerEntries, "change">;
  readonly logger: Logger;
}

/** Notes in the settings whether there is a sign-in, for computers that get them without its secret. */
export async function markSignIn(
  { entries, logger }: Options,
  { baseUrl, name, signIn }: ServerConfig,
  credential: Credential,
): Promise<void> {
  const isSignedIn = credential.kind !== "guest";
  if ((signIn === true) === isSignedIn) return;
  try {
    await entries.change(baseUrl, { signIn: isSignedIn });
  } catch (error) {
    // The sign-in itself does not depend on it.
    logger.warn(`${name}: the settings could not be changed`, error);
  }
}
