import * as l10n from "@vscode/l10n";
import { type ServerConfig } from "../../../settings/config";
import { type CredentialStore } from "../../../platform/credentialStore";
import { type ServerEntries } from "../../../settings/serverEntries";
import { endUnusedSessions } from "../access";
import { isRecord } from "../../../util/json";
import { certificateOf } from "../certificateChoice";
import { type CaFiles } from "../steps/certificateStep";
import { EditServerFlow, type ServerEdit } from "../steps/editServerFlow";
import { deleteCredential, warnOfUndeletedCredential } from "./deleteCredential";
import { storeCredential, type StoreCredentialUi } from "./storeCredential";
import { pickServer, type PickServerOptions } from "../../common/pickServer";
import { saveOrRetry, type SavingUi } from "./saving";
import { type ServerProbe } from "../serverProbe";

export interface EditServerOptions extends PickServerOptions {
  readonly notifications: PickServerOptions["notifications"] &
    SavingUi["notifications"] &
    StoreCredentialUi["notifications"];
  readonly logger: SavingUi["logger"];
  readonly probe: ServerProbe;
  readonly openExternal: (url: string) => unknown;
  readonly caFiles: CaFiles;
  readonly entries: Pick<ServerEntries, "change">;
  readonly credentials: Pick<CredentialStore, "get" | "set" | "delete">;
}

export async function editServer(options: EditServerOptions, argument: unknown): Promise<void> {
  const server = await pickServer(options, argument, l10n.t("Edit Server"));
  if (server === undefined) return;
  const { choice: certificate } = await certificateOf(server, options.caFiles.read);
  const others = options.servers.value.servers.filter(({ baseUrl }) => baseUrl !== server.baseUrl);
  const url = urlIn(argument);
  const flow = new EditServerFlow({ ...options, server, others, certificate, url });
  let edit: ServerEdit | undefined;
  try {
    edit = await flow.run();
    const edited = edit;
    if (edited !== undefined)
      await saveOrRetry(options, server.name, () => saveAndCleanUp(options, server, edited));
  } finally {
    await endUnusedSessions(options, flow.opened, edit?.moved?.credential);
  }
}

/** The sign-in at the old URL is deleted once the new one is saved. */
async function saveAndCleanUp(
  options: EditServerOptions,
  server: ServerConfig,
  edit: ServerEdit,
): Promise<void> {
  await save(options, server, edit);
  if (edit.moved === undefined) return;
  const failure = await deleteCredential(options, server);
  if (failure === undefined) return;
  const left = l10n.t("The old sign-in to {0} could not be deleted.", server.name);
  warnOfUndeletedCredential(options, server.baseUrl, left, failure);
}

/** The URL that is proposed in place of that of the server. */
function urlIn(argument: unknown): string | undefined {
  return isRecord(argument) && typeof argument.url === "string" ? argument.url : undefined;
}

/** The new secret first: the changed entry makes the server connect. */
async function save(
  options: EditServerOptions,
  { baseUrl, name }: ServerConfig,
  { changes, moved }: ServerEdit,
): Promise<void> {
  if (moved === undefined) return options.entries.change(baseUrl, changes);
  const { credential } = moved;
  await storeCredential(options, { name, baseUrl: moved.baseUrl }, credential);
  await options.entries.change(baseUrl, { ...changes, signIn: credential.kind !== "guest" });
}
