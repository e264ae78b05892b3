import * as l10n from "@vscode/l10n";
import { type ServerConfig } from "../../../platform/config";
import { type Notifications } from "../../../platform/notifications";
import { type CallTarget } from "../../call/callTarget";
import { pickServer, type PickServerOptions } from "../../servers/commands/pickServer";
import { type MethodsState } from "../methodsState";
import { type MethodStore } from "../methodStore";
import { type CallWish, callWish } from "./callWish";
import { namedServers } from "../../../platform/namedServers";
import { nodeParams } from "./nodeParams";

export interface CallMethodOptions extends PickServerOptions {
  readonly notifications: Pick<Notifications, "info" | "error">;
  readonly store: Pick<MethodStore, "load" | "spec">;
  readonly state: Pick<MethodsState, "noteUsed">;
  /** Asks for a method of a server; undefined: cancelled. */
  readonly pick: (server: ServerConfig) => Promise<string | undefined>;
  /** Shows the panel that calls, and sends at once if asked to. */
  readonly open: (target: CallTarget, send: boolean) => unknown;
}

/** Finds out which method of which server is meant, and asks for what was left open. */
export async function callMethod(
  options: CallMethodOptions,
  argument: unknown,
  all: unknown,
): Promise<void> {
  const wish = callWish(argument, all);
  if (wish.kind === "wrong") {
    options.notifications.error(wish.text);
    return;
  }
  const server = await serverOf(options, wish);
  const method = server && (wish.method ?? (await options.pick(server)));
  if (server === undefined || method === undefined) return;
  await options.state.noteUsed(method);
  const serverId = server.baseUrl;
  const params = wish.params ?? (await paramsOn(options, serverId, method, wish.uuids));
  await options.open({ serverId, method, ...(params !== undefined && { params }) }, wish.send);
}

async function serverOf(
  options: CallMethodOptions,
  { serverId, server }: CallWish,
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

async function paramsOn(
  { store }: CallMethodOptions,
  serverId: string,
  method: string,
  uuids: readonly string[],
): Promise<string | undefined> {
  if (uuids.length === 0) return undefined;
  await store.load(serverId);
  return nodeParams(store.spec(serverId, method), uuids);
}
