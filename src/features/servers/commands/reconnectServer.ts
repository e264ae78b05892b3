import * as l10n from "@vscode/l10n";
import { pickServer, type PickServerOptions } from "../../common/pickServer";
import { type ServerSync } from "../serverSync";
import { type SessionsById } from "./sessionsById";

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
