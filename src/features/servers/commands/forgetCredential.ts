import { type ServerConfig } from "../../../platform/config";
import { type CredentialStore } from "../../../platform/secrets";
import { type Logger } from "../../../util/logger";
import { endSession } from "./access";
import { certificateOf, type ReadCaFile, tlsOf } from "../certificateChoice";
import { type ServerGate } from "../serverGate";

export interface ForgetOptions {
  readonly credentials: Pick<CredentialStore, "get" | "delete">;
  readonly caFiles: { readonly read: ReadCaFile };
  readonly gate: Pick<ServerGate, "logout">;
  readonly logger: Logger;
}

/**
 * Deletes the saved sign-in of a server here, then ends its session there. The server may be away
 * for long, so only the first is waited for.
 */
export async function forgetCredential(
  options: ForgetOptions,
  server: ServerConfig,
): Promise<void> {
  const { baseUrl } = server;
  const credential = await options.credentials.get(baseUrl);
  await options.credentials.delete(baseUrl);
  const { choice } = await certificateOf(server, options.caFiles.read);
  void endSession(options, { site: { baseUrl, tls: tlsOf(choice) }, credential });
}
