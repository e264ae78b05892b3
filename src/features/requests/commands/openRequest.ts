import * as l10n from "@vscode/l10n";
import { type Notifications } from "../../../platform/notifications";
import { shownName } from "../../../shared/shownName";
import { type CallTarget } from "../../common/callTarget";
import { type PlacedRequest } from "../store/savedRequests";
import { type Entry, paramsNotStoredText, isIncomplete, targetOf } from "./entry";

export interface OpenOptions {
  readonly notifications: Pick<Notifications, "info" | "warn">;
  /** The name of a server in the settings, by its URL, its name or its host. */
  readonly serverName: (reference: string) => string | undefined;
  /** The servers in the settings that a URL, a name or a host stands for. */
  readonly serverIds: (reference: string) => readonly string[];
  /** Prompts for a server; undefined: cancelled, or there is none. */
  readonly pickServer: (title: string) => Promise<string | undefined>;
  /** Opens a request in a call panel. */
  readonly open: (target: CallTarget) => unknown;
  /** Sends it; the user confirms calls that may do harm. */
  readonly run: (target: CallTarget) => unknown;
}

export async function openRequest(options: OpenOptions, entry: Entry): Promise<void> {
  const target = await targetFor(options, entry);
  if (target === undefined) return;
  if (isIncomplete(entry)) options.notifications.info(paramsNotStoredText());
  await options.open(target);
}

/** Sends the request exactly as stored: never to another server, never with fewer parameters. */
export async function runRequest(options: OpenOptions, entry: Entry): Promise<void> {
  if (isIncomplete(entry)) {
    options.notifications.warn(paramsNotStoredText());
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
