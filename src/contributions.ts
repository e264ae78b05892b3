/** Every id that also stands in package.json; test/architecture holds the two equal. */

export const viewIds = { nodes: "komari.nodes" } as const;

/** Types of webview panels. */
export const panelIds = { charts: "komari.charts" } as const;

export const commandIds = {
  addFavorite: "komari.addFavorite",
  addServer: "komari.addServer",
  clearFilter: "komari.clearFilter",
  copyNodeIpv4: "komari.copyNodeIpv4",
  copyNodeIpv6: "komari.copyNodeIpv6",
  copyNodeName: "komari.copyNodeName",
  copyNodeUuid: "komari.copyNodeUuid",
  copyServerInfo: "komari.copyServerInfo",
  editServer: "komari.editServer",
  exportCharts: "komari.exportCharts",
  filterNodes: "komari.filterNodes",
  groupNodes: "komari.groupNodes",
  openCharts: "komari.openCharts",
  openDashboard: "komari.openDashboard",
  openNodeInDashboard: "komari.openNodeInDashboard",
  reconnectServer: "komari.reconnectServer",
  refresh: "komari.refresh",
  removeFavorite: "komari.removeFavorite",
  removeServer: "komari.removeServer",
  showLog: "komari.showLog",
  signIn: "komari.signIn",
  signOut: "komari.signOut",
  sortNodes: "komari.sortNodes",
} as const;
export type CommandId = (typeof commandIds)[keyof typeof commandIds];

export const settingsSection = "komari";
export const settingIds = {
  servers: "servers",
  nodesDescription: "nodes.description",
  nodesBadge: "nodes.badge",
  chartsThresholds: "charts.thresholds",
  statusBarWarnWhenOffline: "statusBar.warnWhenOffline",
  pollingVisibleInterval: "polling.visibleInterval",
  pollingBackgroundInterval: "polling.backgroundInterval",
  pollingNodesInterval: "polling.nodesInterval",
  pollingPauseAfter: "polling.pauseAfter",
  maxResponseSize: "maxResponseSize",
} as const;

export const contextKeys = {
  nodesFiltered: "komari.nodesFiltered",
  /** `none` or `some`; not set until the settings have been read, so that nothing flashes. */
  servers: "komari.servers",
} as const;
