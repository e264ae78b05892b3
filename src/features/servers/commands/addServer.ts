import { type ServersSetting } from "../../../settings/config";
import { type QuickInputs } from "../../../platform/quickInput/quickInputs";
import { type ServerEntries } from "../../../settings/serverEntries";
import { endUnusedSessions } from "../access";
import { AddServerFlow, type NewServer } from "../steps/addServerFlow";
import { certificateFields } from "../certificateChoice";
import { type CaFiles } from "../steps/certificateStep";
import { storeCredential, type StoreCredentialUi } from "./storeCredential";
import { saveOrRetry, type SavingUi } from "./saving";
import { type ServerProbe } from "../serverProbe";

export interface AddServerOptions extends StoreCredentialUi, SavingUi {
  readonly notifications: StoreCredentialUi["notifications"] & SavingUi["notifications"];
  readonly inputs: QuickInputs;
  readonly probe: ServerProbe;
  readonly openExternal: (url: string) => unknown;
  readonly caFiles: CaFiles;
  readonly servers: { readonly value: ServersSetting };
  readonly entries: Pick<ServerEntries, "add">;
  readonly focusNodes: () => unknown;
}

export async function addServer(options: AddServerOptions): Promise<void> {
  const flow = new AddServerFlow({ ...options, servers: options.servers.value.servers });
  let server: NewServer | undefined;
  try {
    server = await flow.run();
    const added = server;
    if (added !== undefined) await saveOrRetry(options, added.name, () => save(options, added));
  } finally {
    await endUnusedSessions(options, flow.opened, server?.signedIn.credential);
  }
}

/** The secret first: the entry makes the server connect. */
async function save(options: AddServerOptions, { name, site, signedIn }: NewServer): Promise<void> {
  const { credential } = signedIn;
  await storeCredential(options, { name, baseUrl: site.baseUrl }, credential);
  await options.entries.add({
    name,
    url: site.baseUrl,
    ...certificateFields(site.certificate),
    signIn: credential.kind !== "guest",
  });
  await options.focusNodes();
}
