import { commandIds } from "../../../manifest/contributions";
import { type CommandRegistry } from "../../../platform/commandRegistry";
import { type ServersSetting } from "../../../settings/config";
import { type AddServerOptions } from "./addServer";
import {
  type CopyServerInfoOptions,
  type OpenDashboardOptions,
  type ReconnectServerOptions,
} from "./serverCommands";
import { type EditServerOptions } from "./editServer";
import { type RemoveServerOptions } from "./removeServer";
import { type SignInOptions } from "./signIn";
import { type SignOutOptions } from "./signOut";

type ServerCommandOptions = AddServerOptions &
  CopyServerInfoOptions &
  EditServerOptions &
  OpenDashboardOptions &
  ReconnectServerOptions &
  RemoveServerOptions &
  SignInOptions &
  SignOutOptions & {
    readonly log: { show(): void };
    /** Those that are not in the settings too. */
    readonly allServers: { readonly value: ServersSetting };
    readonly openWalkthrough: () => unknown;
  };

/** The commands of this feature; each is called with the row it was chosen on, if any. */
export function registerServerCommands(
  registry: Pick<CommandRegistry, "register">,
  options: ServerCommandOptions,
): void {
  type Name = keyof Awaited<ReturnType<typeof commands>>;
  const run = async (name: Name, row?: unknown, chosenFrom = options.servers) =>
    (await commands())[name]({ ...options, servers: chosenFrom }, row);
  const { allServers } = options;
  registry.register(commandIds.addServer, () => run("addServer"));
  registry.register(commandIds.editServer, (row) => run("editServer", row));
  registry.register(commandIds.removeServer, (row) => run("removeServer", row));
  registry.register(commandIds.signIn, (row) => run("signIn", row));
  registry.register(commandIds.signOut, (row) => run("signOut", row));
  registry.register(commandIds.reconnectServer, (row) => run("reconnectServer", row, allServers));
  registry.register(commandIds.openDashboard, (row) => run("openDashboard", row, allServers));
  registry.register(commandIds.openWalkthrough, () => options.openWalkthrough());
  registry.register(commandIds.showLog, () => options.log.show());
  registry.register(commandIds.copyServerInfo, (row) => run("copyServerInfo", row, allServers));
}

async function commands() {
  const { serverCommands } = await import("./serverCommands");
  return serverCommands;
}
