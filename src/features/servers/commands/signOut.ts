import * as l10n from "@vscode/l10n";
import { type Notifications } from "../../../platform/notifications";
import { type ServerEntries } from "../../../settings/serverEntries";
import {
  deleteCredential,
  type DeleteCredentialOptions,
  warnOfUndeletedCredential,
} from "./deleteCredential";
import { markSignIn } from "./markSignIn";
import { pickServer, type PickServerOptions } from "../../common/pickServer";

export interface SignOutOptions extends PickServerOptions, DeleteCredentialOptions {
  readonly notifications: Pick<Notifications, "info" | "warn">;
  readonly entries: Pick<ServerEntries, "change">;
}

export async function signOut(options: SignOutOptions, argument: unknown): Promise<void> {
  const server = await pickServer(options, argument, l10n.t("Sign Out"));
  if (server === undefined) return;
  const { baseUrl, name } = server;
  const credential = await options.credentials.get(baseUrl, server.signIn);
  if (credential.kind === "guest" && credential.lost === undefined) {
    options.notifications.info(l10n.t("You are not signed in to {0}.", name));
    return;
  }
  const failure = await deleteCredential(options, server);
  await markSignIn(options, server, { kind: "guest" });
  if (failure === undefined) options.notifications.info(l10n.t("Signed out of {0}.", name));
  else {
    const left = l10n.t(
      "Signed out of {0} until this window is closed. The saved sign-in could not be deleted.",
      name,
    );
    warnOfUndeletedCredential(options, baseUrl, left, failure);
  }
}
