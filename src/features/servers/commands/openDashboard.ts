import * as l10n from "@vscode/l10n";
import { pickServer, type PickServerOptions } from "../../common/pickServer";

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
