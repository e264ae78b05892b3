import * as l10n from "@vscode/l10n";
import { commandIds } from "../../manifest/contributions";
import { type ServerConfig, type ServersSetting } from "../../settings/config";
import { type Notifications } from "../../platform/notifications";
import { plainLabel } from "../../platform/plainText";
import { type QuickInputs } from "../../platform/quickInput/quickInputs";
import { isRecord } from "../../util/json";
import { runSteps } from "../../platform/wizard/multiStep";
import { done } from "../../platform/wizard/step";

/** Runs a command of VS Code or of ours. */
export type Execute = (command: string, ...args: readonly unknown[]) => unknown;

export interface PickServerOptions {
  readonly servers: { readonly value: ServersSetting };
  readonly inputs: QuickInputs;
  readonly notifications: Pick<Notifications, "info">;
  readonly execute: Execute;
}

/**
 * The server a command is for: that of the row it was called on, else the only one, else the one
 * the user picks. Undefined when there is none or nothing was picked.
 */
export async function pickServer(
  options: PickServerOptions,
  argument: unknown,
  title: string,
): Promise<ServerConfig | undefined> {
  const { servers } = options.servers.value;
  const id = serverIdIn(argument);
  const argumentServer = servers.find(({ baseUrl }) => baseUrl === id);
  if (argumentServer !== undefined) return argumentServer;
  if (servers.length > 1) return choose(options.inputs, servers, title);
  if (servers.length === 0) showNoServers(options);
  return servers[0];
}

/** Rows of the tree carry the id of their server. */
function serverIdIn(argument: unknown): string | undefined {
  if (!isRecord(argument)) return undefined;
  return typeof argument.serverId === "string" ? argument.serverId : undefined;
}

async function choose(
  inputs: QuickInputs,
  servers: readonly ServerConfig[],
  title: string,
): Promise<ServerConfig | undefined> {
  let chosen: ServerConfig | undefined;
  const choices = servers.map((server) => ({
    label: plainLabel(server.name),
    description: server.baseUrl,
    choose: () => {
      chosen = server;
      return done;
    },
  }));
  const placeholder = l10n.t("Select a server");
  await runSteps(inputs, () => ({ kind: "pick", title, placeholder, choices }));
  return chosen;
}

function showNoServers({ notifications, execute }: PickServerOptions): void {
  notifications.info(l10n.t("No Komari server has been added yet."), {
    title: l10n.t("Add Server…"),
    run: () => execute(commandIds.addServer),
  });
}
