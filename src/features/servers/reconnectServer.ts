import * as l10n from "@vscode/l10n";
import { type Session } from "../../komari/session";
import { pickServer, type PickServerOptions } from "./pickServer";
import { type ServerSync } from "./serverSync";

export interface ReconnectServerOptions extends PickServerOptions {
  readonly sessionOf: (serverId: string) => Pick<Session, "reconnect"> | undefined;
  readonly sync: Pick<ServerSync, "sync">;
}

export async function reconnectServer(
  options: ReconnectServerOptions,
  argument: unknown,
): Promise<void> {
  const server = await pickServer(options, argument, l10n.t("Reconnect"));
  if (server === undefined) return;
  // A CA file may have been mended meanwhile; nothing tells of that.
  await options.sync.sync();
  options.sessionOf(server.baseUrl)?.reconnect();
}
