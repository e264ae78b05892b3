import * as l10n from "@vscode/l10n";
import { pickServer, type PickServerOptions } from "../../common/pickServer";
import { type Clock } from "../../../util/clock";
import { readServerFacts } from "../../common/serverFacts";
import { type ServerSync } from "../serverSync";
import { addServer } from "./addServer";
import { editServer } from "./editServer";
import { removeServer } from "./removeServer";
import { type DescribedServer, serverInfo, type Versions } from "./serverInfo";
import { type SessionsById, signIn } from "./signIn";
import { signOut } from "./signOut";

/** The commands with all their flows over native inputs: read with the first that is run. */
export const serverCommands = {
  addServer,
  copyServerInfo,
  editServer,
  openDashboard,
  reconnectServer,
  removeServer,
  signIn,
  signOut,
} as const;

export interface CopyServerInfoOptions extends PickServerOptions {
  readonly fleet: { get(serverId: string): DescribedServer | undefined };
  readonly versions: Versions;
  readonly clock: Clock;
  readonly copy: (text: string) => unknown;
}

export async function copyServerInfo(
  options: CopyServerInfoOptions,
  argument: unknown,
): Promise<void> {
  const config = await pickServer(options, argument, l10n.t("Copy Server Info"));
  const server = config && options.fleet.get(config.baseUrl);
  if (server === undefined) return;
  const facts = await readServerFacts(server.session, options.clock);
  await options.copy(serverInfo(server, facts, options.versions));
}

export interface OpenDashboardOptions extends PickServerOptions {
  readonly openExternal: (url: string) => unknown;
}

export async function openDashboard(
  options: OpenDashboardOptions,
  argument: unknown,
): Promise<void> {
  const server = await pickServer(options, argument, l10n.t("Open Dashboard"));
  if (server !== undefined) await options.openExternal(server.baseUrl);
}

export interface ReconnectServerOptions extends PickServerOptions {
  readonly fleet: SessionsById<"reconnect">;
  readonly sync: Pick<ServerSync, "sync">;
}

export async function reconnectServer(
  options: ReconnectServerOptions,
  argument: unknown,
): Promise<void> {
  const server = await pickServer(options, argument, l10n.t("Reconnect"));
  if (server === undefined) return;
  // A CA file may have been replaced meanwhile, for which there is no event.
  await options.sync.sync();
  options.fleet.get(server.baseUrl)?.session.reconnect();
}
