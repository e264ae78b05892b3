import { commandIds } from "../../contributions";
import { type CommandRegistry } from "../../platform/commandRegistry";
import { type AddServerOptions } from "./commands/addServer";
import { type CopyServerInfoOptions } from "./commands/copyServerInfo";
import { type EditServerOptions } from "./commands/editServer";
import { type OpenDashboardOptions } from "./commands/openDashboard";
import { type ReconnectServerOptions } from "./commands/reconnectServer";
import { type RemoveServerOptions } from "./commands/removeServer";
import { type SignInOptions } from "./commands/signIn";
import { type SignOutOptions } from "./commands/signOut";

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
  const run = async (name: keyof Awaited<ReturnType<typeof commands>>, row?: unknown) =>
    (await commands())[name](options, row);
  registry.register(commandIds.addServer, () => run("addServer"));
  registry.register(commandIds.editServer, (row) => run("editServer", row));
  registry.register(commandIds.removeServer, (row) => run("removeServer", row));
  registry.register(commandIds.signIn, (row) => run("signIn", row));
  registry.register(commandIds.signOut, (row) => run("signOut", row));
  registry.register(commandIds.reconnectServer, (row) => run("reconnectServer", row));
  registry.register(commandIds.openDashboard, (row) => run("openDashboard", row));
  registry.register(commandIds.showLog, () => options.log.show());
  registry.register(commandIds.copyServerInfo, (row) => run("copyServerInfo", row));
}

async function commands() {
  const { serverCommands } = await import("./serverCommands");
  return serverCommands;
}
