import { commandIds } from "../../contributions";
import { type CommandRegistry } from "../../platform/commandRegistry";
import { addServer, type AddServerOptions } from "./commands/addServer";
import { copyServerInfo, type CopyServerInfoOptions } from "./commands/copyServerInfo";
import { editServer, type EditServerOptions } from "./commands/editServer";
import { openDashboard, type OpenDashboardOptions } from "./commands/openDashboard";
import { reconnectServer, type ReconnectServerOptions } from "./commands/reconnectServer";
import { removeServer, type RemoveServerOptions } from "./commands/removeServer";
import { signIn, type SignInOptions } from "./commands/signIn";
import { signOut, type SignOutOptions } from "./commands/signOut";

export type ServerCommandOptions = AddServerOptions &
  CopyServerInfoOptions &
  EditServerOptions &
  OpenDashboardOptions &
  ReconnectServerOptions &
  RemoveServerOptions &
  SignInOptions &
  SignOutOptions & { readonly log: { show(): void } };

/** The commands of this feature; each is called with the row it was chosen on, if any. */
export function registerServerCommands(
  registry: Pick<CommandRegistry, "register">,
  options: ServerCommandOptions,
): void {
  registry.register(commandIds.addServer, () => addServer(options));
  registry.register(commandIds.editServer, (row) => editServer(options, row));
  registry.register(commandIds.removeServer, (row) => removeServer(options, row));
  registry.register(commandIds.signIn, (row) => signIn(options, row));
  registry.register(commandIds.signOut, (row) => signOut(options, row));
  registry.register(commandIds.reconnectServer, (row) => reconnectServer(options, row));
  registry.register(commandIds.openDashboard, (row) => openDashboard(options, row));
  registry.register(commandIds.showLog, () => options.log.show());
  registry.register(commandIds.copyServerInfo, (row) => copyServerInfo(options, row));
}
