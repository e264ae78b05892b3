import * as l10n from "@vscode/l10n";
import { pickServer, type PickServerOptions } from "../../common/pickServer";
import { type DescribedServer, serverInfo, type Versions } from "./serverInfo";

export interface CopyServerInfoOptions extends PickServerOptions {
  readonly fleet: { get(serverId: string): DescribedServer | undefined };
  readonly versions: Versions;
  readonly copy: (text: string) => unknown;
}

export async function copyServerInfo(
  options: CopyServerInfoOptions,
  argument: unknown,
): Promise<void> {
  const config = await pickServer(options, argument, l10n.t("Copy Server Info"));
  const server = config && options.fleet.get(config.baseUrl);
  if (server !== undefined) await options.copy(serverInfo(server, options.versions));
}
