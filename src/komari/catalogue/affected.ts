import { type Affected } from "../../shared/call/methodSpec";

/** Methods by what a call of them changes of what is shown of a server. Names are in `admin`. */
const changedBy: Readonly<Record<Affected, string>> = {
  nodes:
    "addClient bulkEditClients editClient orderClients removeClient addPingTask deletePingTask editPingTask orderPingTask clearAllRecords clearRecords dbExec editSettings importConfig",
  server:
    "dbExec deleteAllSessions deletePlugin deleteSession editSettings importConfig setPluginConfiguration setPluginEnabled updateMetricDefinition",
};

const kinds: readonly Affected[] = ["nodes", "server"];

const methods: readonly (readonly [Affected, ReadonlySet<string>])[] = kinds.map((kind) => [
  kind,
  new Set(changedBy[kind].split(" ").map((name) => `admin:${name}`)),
]);

/** What has to be read again after a call of a method of the catalogue. */
export function affectedBy(method: string): readonly Affected[] {
  return methods.flatMap(([kind, names]) => (names.has(method) ? [kind] : []));
}

/** The same for a method that changes something and has no description. */
export const allAffected = kinds;
