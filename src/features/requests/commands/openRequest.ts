import * as l10n from "@vscode/l10n";
import { type Notifications } from "../../../platform/notifications";
import { shownName } from "../../../shared/shownName";
import { type CallTarget } from "../../call/callTarget";
import { type PlacedRequest } from "../savedRequests";
import { type Entry, forgottenText, isIncomplete, targetOf } from "./entry";

export interface OpenOptions {
  readonly notifications: Pick<Notifications, "info" | "warn">;
  /** The name of a server in the settings, by its URL, its name or its host. */
  readonly serverName: (named: string) => string | undefined;
  /** The servers in the settings that a URL, a name or a host stands for. */
  readonly serverIds: (named: string) => readonly string[];
  /** Asks for a server; undefined: cancelled, or there is none. */
  readonly pickServer: (title: string) => Promise<string | undefined>;
  /** Opens a request to be changed and sent. */
  readonly open: (target: CallTarget) => unknown;
  /** Sends it, asking first where it may do harm. */
  readonly run: (target: CallTarget) => unknown;
}

export async function openRequest(options: OpenOptions, entry: Entry): Promise<void> {
  const target = await targetFor(options, entry);
  if (target === undefined) return;
  if (isIncomplete(entry)) options.notifications.info(forgottenText());
  await options.open(target);
}

/** Nothing else than what was asked for is ever sent: neither to another server, nor with less. */
export async function runRequest(options: OpenOptions, entry: Entry): Promise<void> {
  if (isIncomplete(entry)) {
    options.notifications.warn(forgottenText());
    return;
  }
  const target = await targetFor(options, entry);
  if (target !== undefined) await options.run(target);
}

async function targetFor(options: OpenOptions, entry: Entry): Promise<CallTarget | undefined> {
  const request = entry.kind === "past" ? targetOf(entry.call) : savedTarget(entry.request);
  const { method, params } = request;
  const server = request.serverId ?? (await options.pickServer(shownName(method)));
  if (server === undefined) return undefined;
  const [serverId, ...others] = options.serverIds(server);
  if (serverId !== undefined && others.length === 0) {
    return { serverId, method, ...(params !== undefined && { params }) };
  }
  const name = shownName(entry.kind === "past" ? entry.call.serverName : server);
  options.notifications.warn(
    serverId === undefined
      ? l10n.t("{0} is not one of your servers.", name)
      : l10n.t(
          "{0} is more than one of your servers. Save the request with the server's URL.",
          name,
        ),
  );
  return undefined;
}

function savedTarget({ server, method, params }: PlacedRequest) {
  return { serverId: server, method, params };
}
