/** Whose build of Komari a server runs. */
export type Product =
  /** Upstream, or a fork that offers nothing but what upstream does. */
  | "komari"
  | "nekomari"
  | "komari-lite"
  /** Neither upstream nor a fork that is known by name. */
  | "fork";

/** Of forks that have no name here; nobody knows for sure in which namespace. */
const foreign = ["admin", "common", "public"].map((name) => `${name}:getAgentDistribution`);

/**
 * Told by what rpc.methods lists, with or without the rpc.* methods: the same version numbers are
 * used by upstream and by forks for different products.
 */
export function productOf(methods: ReadonlySet<string>): Product {
  const hasAny = (...names: readonly string[]): boolean => names.some((name) => methods.has(name));
  if (hasAny("admin:agentVersions", "public:getSlaReport")) return "nekomari";
  if (hasAny("admin:upgradeAgents", "admin:getAgentAssetVersion")) return "komari-lite";
  // Upstream replaced the one by the other in 1.6.0; up to then it had neither of the last two.
  const mixesOldAndNew =
    hasAny("admin:listNotificationChannels") && hasAny("admin:getMessageSenderProvider");
  const lacksExec = hasAny("admin:getAgentStartupConfig") && !hasAny("admin:exec");
  const hasForeign = hasAny(...foreign);
  return mixesOldAndNew || lacksExec || hasForeign ? "fork" : "komari";
}
