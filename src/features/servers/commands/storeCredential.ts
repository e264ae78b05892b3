import * as l10n from "@vscode/l10n";
import { type Credential, isSameCredential } from "../../../komari/credential";
import { type Notifications } from "../../../platform/notifications";
import { writeReason } from "../../text/errorText";
import { type CredentialStore } from "../../../platform/credentialStore";

export interface StoreCredentialUi {
  readonly notifications: Pick<Notifications, "warn">;
  readonly credentials: Pick<CredentialStore, "get" | "set">;
}

/** Saves a sign-in. Where that fails it holds until the window is closed, and the user is warned. */
export async function storeCredential(
  ui: StoreCredentialUi,
  server: { readonly name: string; readonly baseUrl: string },
  credential: Credential,
): Promise<void> {
  const failure = await ui.credentials.set(server.baseUrl, credential);
  // Only an old secret could be left, which guests do not use.
  if (failure === undefined || credential.kind === "guest") return;
  ui.notifications.warn(
    l10n.t(
      "You are signed in to {0} until this window is closed. The sign-in could not be saved: {1}",
      server.name,
      writeReason(failure),
    ),
    {
      title: l10n.t("Try Again"),
      run: async () => {
        const now = await ui.credentials.get(server.baseUrl);
        if (isSameCredential(now, credential)) await storeCredential(ui, server, credential);
      },
    },
  );
}
