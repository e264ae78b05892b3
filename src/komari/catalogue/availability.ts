import { type Availability } from "../../shared/call/methodSpec";

/** Names without a namespace are in `admin`; methods in none of these tables came with their namespace. */
const since: Readonly<Record<string, string>> = {
  "1.2.6":
    "cancelMetricMigration getDatabaseSize getMetricMigrationStatus listMetricDefinitions startMetricMigration updateMetricDefinition vacuumDatabase public:getPingMetricStats public:listMetricDefinitions public:queryMetrics",
  "1.2.7": "public:recordVisitorEvent",
  "1.4.0":
    "deletePlugin getPluginConfiguration getPluginLogs listPlugins sendNotification setPluginConfiguration setPluginEnabled",
  "1.4.3": "dbExec dbQuery dbTables",
  "1.5.0":
    "fileChmod fileChown fileCopy fileDelete fileList fileListRoots fileMkdir fileMove fileSearch fileStat",
  "1.6.0":
    "getAgentStartupConfig getLastRunVersion getNotificationChannelConfiguration listNotificationChannels setNotificationChannelConfiguration switchAgentVersion",
};

const removed: Readonly<Record<string, string>> = {
  "1.2.6": "getCloudflaredStatus removeCloudflaredToken startCloudflared stopCloudflared",
  "1.5.0":
    "disableTrafficReportNotifications editTrafficReportNotifications enableTrafficReportNotifications listTrafficReportNotifications client:getPingTasks client:taskResult client:uploadPingResult",
  "1.6.0":
    "addLoadNotification batchDeleteClipboard createClipboard deleteClipboard deleteLoadNotification editLoadNotification getAllLoadNotifications getClipboard getMessageSenderProvider getXtermjsSettings listClipboard setMessageSenderProvider setXtermjsSettings updateClipboard public:recordVisitorEvent",
};

const products: Readonly<Record<string, string>> = {
  Nekomari:
    "agentVersions bulkEditClients deleteMaintenanceWindow exportConfig getTrafficForecast getUploadStats importConfig listMaintenanceWindows netcheck planConfigImport rollAgentUpdate saveMaintenanceWindow setTrafficCycleDay public:getSlaReport",
  "komari-lite": "getAgentAssetVersion upgradeAgents",
};

/** In no known release, but called by the newer dashboard of Komari. */
const unreleased = new Set(["public:getDashboardSummary"]);
/** Added in 1.2.5, with all their methods except those above. */
const laterNamespaces = new Set(["admin", "client", "public"]);
/** Nekomari was forked from 1.5.0, and removed nothing. */
const forkPoint = { product: "Nekomari", removed: "1.6.0" };

/** For a method of the catalogue; undefined: all servers have it, or it is not known which. */
export function availabilityOf(method: string): Availability | undefined {
  const product = find(products, method);
  if (product !== undefined) return { product };
  const gone = find(removed, method);
  const namespace = method.slice(0, Math.max(0, method.indexOf(":")));
  const isLater = laterNamespaces.has(namespace) && !unreleased.has(method);
  const first = find(since, method) ?? (isLater ? "1.2.5" : undefined);
  if (first === undefined) return undefined;
  return {
    since: first,
    ...(gone !== undefined && { removed: gone }),
    ...(gone === forkPoint.removed && { keptBy: forkPoint.product }),
  };
}

function find(table: Readonly<Record<string, string>>, method: string): string | undefined {
  const name = method.startsWith("admin:") ? method.slice("admin:".length) : method;
  return Object.entries(table).find(([, names]) => names.split(" ").includes(name))?.[0];
}
