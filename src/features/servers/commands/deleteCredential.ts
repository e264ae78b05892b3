import * as l10n from "@vscode/l10n";
import { type ServerConfig } from "../../../settings/config";
import { type Notifications } from "../../../platform/notifications";
import { type CredentialStore } from "../../../platform/credentialStore";
import { type Logger } from "../../../util/logger";
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
 * @returns whether nothing of it is left here.
 */
export async function deleteCredential(
  options: DeleteCredentialOptions,
  server: ServerConfig,
): Promise<boolean> {
  const { baseUrl } = server;
  const credential = await options.credentials.get(baseUrl);
  const isGone = await options.credentials.delete(baseUrl);
  const { choice } = await certificateOf(server, options.caFiles.read);
  void endSession(options, { site: { baseUrl, tls: tlsOf(choice) }, credential });
  return isGone;
}

interface DeleteCredentialUi {
  readonly notifications: Pick<Notifications, "warn">;
  readonly credentials: Pick<CredentialStore, "delete">;
}

/** A secret could not be deleted: says what is left, and can try again. */
export function warnOfUndeletedCredential(
  ui: DeleteCredentialUi,
  baseUrl: string,
  message: string,
): void {
  ui.notifications.warn(message, {
    title: l10n.t("Try Again"),
    run: async () => {
      if (!(await ui.credentials.delete(baseUrl))) warnOfUndeletedCredential(ui, baseUrl, message);
    },
  });
}
