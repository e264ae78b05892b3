import { agentMethods } from "./agentMethods";
import { channelMethods } from "./channelMethods";
import { clientMethods } from "./clientMethods";
import { clipboardMethods } from "./clipboardMethods";
import { cloudflaredMethods } from "./cloudflaredMethods";
import { commonMethods } from "./commonMethods";
import { databaseMethods } from "./databaseMethods";
import { fileMethods } from "./fileMethods";
import { type MethodEntry } from "./methodEntry";
import { metricMethods } from "./metricMethods";
import { nekomariMethods } from "./nekomariMethods";
import { nodeAdminMethods } from "./nodeAdminMethods";
import { notificationMethods } from "./notificationMethods";
import { pingTaskMethods } from "./pingTaskMethods";
import { pluginMethods } from "./pluginMethods";
import { providerMethods } from "./providerMethods";
import { publicMethods } from "./publicMethods";
import { rpcMethods } from "./rpcMethods";
import { siteMethods } from "./siteMethods";
import { taskMethods } from "./taskMethods";

/** A map, so that no name of a server meets what every object has. */
const entries: ReadonlyMap<string, () => MethodEntry> = new Map(
  [
    ...[rpcMethods, commonMethods, publicMethods, metricMethods, clientMethods],
    ...[nodeAdminMethods, taskMethods, pingTaskMethods, notificationMethods, providerMethods],
    ...[pluginMethods, databaseMethods, siteMethods, clipboardMethods, cloudflaredMethods],
    ...[agentMethods, channelMethods, fileMethods, nekomariMethods],
  ].flatMap((family) => Object.entries(family)),
);

/** Every method of Komari 1.0.7 to 1.6.1 and of Nekomari, and what is known of other forks. */
export const cataloguedMethods: readonly string[] = [...entries.keys()];

/** In the current language; undefined for methods of plugins, newer servers and other forks. */
export function catalogueEntry(method: string): MethodEntry | undefined {
  return entries.get(method)?.();
}
