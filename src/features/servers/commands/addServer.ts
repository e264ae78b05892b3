import * as l10n from "@vscode/l10n";
import { type ServersSetting } from "../../../platform/config";
import { type Notifications } from "../../../platform/notifications";
import { type QuickInputs } from "../../../platform/quickInputs";
import { type CredentialStore } from "../../../platform/secrets";
import { type ServerEntries } from "../../../platform/serverEntries";
import { endUnusedSessions } from "./access";
import { AddServerFlow, type NewServer } from "../steps/addServerFlow";
import { certificateFields } from "../certificateChoice";
import { type CaFiles } from "../steps/certificateStep";
import { saveOrRetry, type SavingUi } from "./saving";
import { type ServerGate } from "../serverGate";

export interface AddServerOptions extends SavingUi {
  readonly inputs: QuickInputs;
  readonly gate: ServerGate;
  readonly openExternal: (url: string) => unknown;
  readonly caFiles: CaFiles;
  readonly servers: { readonly value: ServersSetting };
  readonly entries: Pick<ServerEntries, "add">;
  readonly credentials: Pick<CredentialStore, "set">;
  readonly notifications: SavingUi["notifications"] & Pick<Notifications, "info">;
  readonly focusNodes: () => unknown;
}

export async function addServer(options: AddServerOptions): Promise<void> {
  const { servers } = options.servers.value;
  const flow = new AddServerFlow({ ...options, servers });
  const server = await flow.run();
  if (server !== undefined) {
    await saveOrRetry(options, server.name, () => save(options, server));
    if (servers.length === 0) sayWhatIsNext(options, server.name);
  }
  await endUnusedSessions(options, flow.opened, server?.signedIn.credential);
}

/** The secret first: the entry makes the server connect. */
async function save(options: AddServerOptions, { name, site, signedIn }: NewServer): Promise<void> {
  await options.credentials.set(site.baseUrl, signedIn.credential);
  await options.entries.add({ name, url: site.baseUrl, ...certificateFields(site.certificate) });
  await options.focusNodes();
}

/** Once, after the first server. */
function sayWhatIsNext({ notifications }: AddServerOptions, name: string): void {
  notifications.info(l10n.t("{0} has been added. Click a node to open its charts.", name));
}
