import * as l10n from "@vscode/l10n";
import { type ServerConfig } from "../../../settings/config";
import { type Notifications } from "../../../platform/notifications";
import { type CallTarget } from "../../common/callTarget";
import { pickServer, type PickServerOptions } from "../../common/pickServer";
import { type MethodsState } from "../view/methodsState";
import { type MethodStore } from "../store/methodStore";
import { type CallMethodArgs, parseCallMethodArgs } from "./callMethodArgs";
import { namedServers } from "../../common/namedServers";
import { nodeParams } from "./nodeParams";
import { reportUnexpectedError } from "../../../util/unexpectedErrors";

export interface CallMethodOptions extends PickServerOptions {
  readonly notifications: Pick<Notifications, "info" | "error">;
  readonly store: Pick<MethodStore, "load" | "spec">;
  readonly state: Pick<MethodsState, "noteUsed">;
  /** Prompts for a method of a server; undefined: cancelled. */
  readonly pick: (server: ServerConfig) => Promise<string | undefined>;
  /** Shows the call panel; `send`: sends the request at once. */
  readonly open: (target: CallTarget, send: boolean) => unknown;
}

/** Resolves the server and the method, prompts for what the arguments omit, and opens the panel. */
export async function callMethod(
  options: CallMethodOptions,
  argument: unknown,
  all: unknown,
): Promise<void> {
  const args = parseCallMethodArgs(argument, all);
  if (args.kind === "invalid") {
    options.notifications.error(args.text);
    return;
  }
  const server = await resolveServer(options, args);
  const method = server && (args.method ?? (await options.pick(server)));
  if (server === undefined || method === undefined) return;
  // The method is called also when this cannot be stored.
  options.state.noteUsed(method).catch(reportUnexpectedError);
  const serverId = server.baseUrl;
  const params = args.params ?? (await paramsForNodes(options, serverId, method, args.uuids));
  await options.open({ serverId, method, ...(params !== undefined && { params }) }, args.send);
}

async function resolveServer(
  options: CallMethodOptions,
  { serverId, server }: CallMethodArgs,
): Promise<ServerConfig | undefined> {
  const title = l10n.t("Call Method");
  if (server === undefined) return pickServer(options, serverId && { serverId }, title);
  const servers = namedServers(options.servers.value.servers, server);
  if (servers.length > 0) {
    return pickServer(
      { ...options, servers: { value: { servers, problems: [] } } },
      undefined,
      title,
    );
  }
  options.notifications.error(l10n.t("No server has the name or URL {0}.", server));
  return undefined;
}

async function paramsForNodes(
  { store }: CallMethodOptions,
  serverId: string,
  method: string,
  uuids: readonly string[],
): Promise<string | undefined> {
  if (uuids.length === 0) return undefined;
  await store.load(serverId);
  return nodeParams(store.spec(serverId, method), uuids);
}
