import * as l10n from "@vscode/l10n";
import { type Notifications } from "../../../platform/notifications";
import { type ServerEntries } from "../../../settings/serverEntries";
import {
  deleteCredential,
  type DeleteCredentialOptions,
  warnOfUndeletedCredential,
} from "./deleteCredential";
import { pickServer, type PickServerOptions } from "../../common/pickServer";

export interface RemoveServerOptions extends PickServerOptions, DeleteCredentialOptions {
  readonly notifications: Pick<Notifications, "info" | "warn" | "confirm">;
  readonly entries: Pick<ServerEntries, "remove">;
}

export async function removeServer(options: RemoveServerOptions, argument: unknown): Promise<void> {
  const server = await pickServer(options, argument, l10n.t("Remove Server"));
  if (server === undefined) return;
  const confirmed = await options.notifications.confirm(
    l10n.t("Remove {0} from VS Code?", server.name),
    l10n.t("Its saved sign-in is deleted too. The server itself does not change."),
    l10n.t("Remove"),
  );
  if (!confirmed) return;
  await options.entries.remove(server.baseUrl);
  const failure = await deleteCredential(options, server);
  if (failure === undefined) return;
  const left = l10n.t("{0} was removed. Its saved sign-in could not be deleted.", server.name);
  warnOfUndeletedCredential(options, server.baseUrl, left, failure);
}
