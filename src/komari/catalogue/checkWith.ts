/** Methods that read, each with those that change what it shows. Names without a namespace are in `admin`. */
const shownBy: Readonly<Record<string, string>> = {
  getTasks: "exec",
  listClients:
    "addClient bulkEditClients editClient orderClients removeClient setTrafficCycleDay switchAgentVersion upgradeAgents",
  agentVersions: "rollAgentUpdate",
  "common:getRecords": "clearAllRecords clearRecords",
  getAllPingTasks: "addPingTask deletePingTask editPingTask orderPingTask",
  getAllLoadNotifications: "addLoadNotification deleteLoadNotification editLoadNotification",
  listOfflineNotifications:
    "disableOfflineNotification editOfflineNotification enableOfflineNotification",
  listTrafficReportNotifications:
    "disableTrafficReportNotifications editTrafficReportNotifications enableTrafficReportNotifications",
  getNotificationChannelConfiguration: "setNotificationChannelConfiguration",
  getMessageSenderProvider: "setMessageSenderProvider",
  getOidcProvider: "setOidcProvider",
  listPlugins: "deletePlugin setPluginEnabled",
  getPluginConfiguration: "setPluginConfiguration",
  getSettings: "editSettings",
  getXtermjsSettings: "setXtermjsSettings",
  getSessions: "deleteAllSessions deleteSession",
  listClipboard: "batchDeleteClipboard createClipboard deleteClipboard updateClipboard",
  getCloudflaredStatus: "removeCloudflaredToken startCloudflared stopCloudflared",
  listMetricDefinitions: "updateMetricDefinition",
  getMetricMigrationStatus: "cancelMetricMigration startMetricMigration",
  getDatabaseSize: "vacuumDatabase",
  fileList: "fileCopy fileDelete fileMkdir fileMove",
  fileStat: "fileChmod fileChown",
  listMaintenanceWindows: "deleteMaintenanceWindow saveMaintenanceWindow",
  planConfigImport: "importConfig",
};

const methods: ReadonlyMap<string, string> = new Map(
  Object.entries(shownBy).flatMap(([reader, changing]) =>
    changing.split(" ").map((name) => [fullName(name), fullName(reader)] as const),
  ),
);

/** The method that shows whether a call of `method` has taken effect; undefined: none does. */
export function checkWith(method: string): string | undefined {
  return methods.get(method);
}

function fullName(name: string): string {
  return name.includes(":") ? name : `admin:${name}`;
}
