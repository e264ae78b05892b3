import * as l10n from "@vscode/l10n";
import { type ServerConfig } from "../../../settings/config";
import { type Notifications } from "../../../platform/notifications";
import { type CredentialStore } from "../../../platform/credentialStore";
import { type Logger } from "../../../util/logger";
import { type WriteError } from "../../../util/writeError";
import { writeReason } from "../../text/errorText";
import { endSession } from "../access";
import { certificateOf, type ReadCaFile, tlsOf } from "../certificateChoice";
import { type ServerProbe } from "../serverProbe";

export interface DeleteCredentialOptions {
  readonly credentials: Pick<CredentialStore, "get" | "delete">;
  readonly caFiles: { readonly read: ReadCaFile };
  readonly probe: Pick<ServerProbe, "logout">;
  readonly logger: Logger;
}

/**
 * Deletes the saved sign-in of a server here, then ends its session there. The server may be away
 * for long, so only the first is waited for.
 * @returns why something of it is left here; undefined: nothing is.
 */
export async function deleteCredential(
  options: DeleteCredentialOptions,
  server: ServerConfig,
): Promise<WriteError | undefined> {
  const { baseUrl } = server;
  const credential = await options.credentials.get(baseUrl);
  const failure = await options.credentials.delete(baseUrl);
  const { choice } = await certificateOf(server, options.caFiles.read);
  void endSession(options, { site: { baseUrl, tls: tlsOf(choice) }, credential });
  return failure;
}

interface DeleteCredentialUi {
  readonly notifications: Pick<Notifications, "warn">;
  readonly credentials: Pick<CredentialStore, "delete">;
}

/** A secret could not be deleted: says what is left and why, and can try again. */
export function warnOfUndeletedCredential(
  ui: DeleteCredentialUi,
  baseUrl: string,
  message: string,
  failure: WriteError,
): void {
  ui.notifications.warn(l10n.t("{0} Reason: {1}", message, writeReason(failure)), {
    title: l10n.t("Try Again"),
    run: async () => {
      const again = await ui.credentials.delete(baseUrl);
      if (again !== undefined) warnOfUndeletedCredential(ui, baseUrl, message, again);
    },
  });
}
