import * as l10n from "@vscode/l10n";
import { forgetCredential, type ForgetOptions } from "./forgetCredential";
import { pickServer, type PickServerOptions } from "./pickServer";

export interface SignOutOptions extends PickServerOptions, ForgetOptions {}

export async function signOut(options: SignOutOptions, argument: unknown): Promise<void> {
  const server = await pickServer(options, argument, l10n.t("Sign Out"));
  if (server === undefined) return;
  const { kind } = await options.credentials.get(server.baseUrl);
  if (kind === "guest") {
    options.notifications.info(l10n.t("You are not signed in to {0}.", server.name));
    return;
  }
  await forgetCredential(options, server);
  options.notifications.info(l10n.t("Signed out of {0}.", server.name));
}
