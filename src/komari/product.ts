/** Komari, or the fork of it, that a server runs. */
export type Product =
  /** Upstream, or a fork with the same methods. */
  | "komari"
  | "nekomari"
  | "komari-lite"
  /** A fork that is not known by name. */
  | "fork";

/** Of forks that have no name here; its namespace is not certain. */
const foreign = ["admin", "common", "public"].map((name) => `${name}:getAgentDistribution`);

/**
 * Detected by the methods of rpc.methods, with or without the rpc.* methods, because upstream and forks use
 * the same version numbers.
 */
export function productOf(methods: ReadonlySet<string>): Product {
  const hasAny = (...names: readonly string[]): boolean => names.some((name) => methods.has(name));
  if (hasAny("admin:agentVersions", "public:getSlaReport")) return "nekomari";
  if (hasAny("admin:upgradeAgents", "admin:getAgentAssetVersion")) return "komari-lite";
  // Upstream replaced getMessageSenderProvider in 1.6.0, which added getAgentStartupConfig and still has exec.
  const mixesOldAndNew =
    hasAny("admin:listNotificationChannels") && hasAny("admin:getMessageSenderProvider");
  const lacksExec = hasAny("admin:getAgentStartupConfig") && !hasAny("admin:exec");
  const hasForeign = hasAny(...foreign);
  return mixesOldAndNew || lacksExec || hasForeign ? "fork" : "komari";
}
