/** Every id that also stands in package.json; test/architecture holds the two equal. */

export const viewIds = {
  methods: "komari.methods",
  nodes: "komari.nodes",
  requests: "komari.requests",
} as const;

export const statusBarId = "komari.online";

export const walkthroughId = "start";

/** Types of webview panels. */
export const panelIds = {
  call: "komari.call",
  charts: "komari.charts",
  fleet: "komari.fleet",
} as const;

export const commandIds = {
  addFavorite: "komari.addFavorite",
  addFavoriteMethod: "komari.addFavoriteMethod",
  addServer: "komari.addServer",
  callMethod: "komari.callMethod",
  chooseRows: "komari.chooseRows",
  clearFilter: "komari.clearFilter",
  clearHistory: "komari.clearHistory",
  clearMethodFilter: "komari.clearMethodFilter",
  compareAnswers: "komari.compareAnswers",
  copyMethodName: "komari.copyMethodName",
  copyNode: "komari.copyNode",
  copyNodeIpv4: "komari.copyNodeIpv4",
  copyNodeIpv6: "komari.copyNodeIpv6",
  copyNodeName: "komari.copyNodeName",
  copyNodeUuid: "komari.copyNodeUuid",
  copyServerInfo: "komari.copyServerInfo",
  deleteRequest: "komari.deleteRequest",
  dismissHint: "komari.dismissHint",
  editServer: "komari.editServer",
  endDemo: "komari.endDemo",
  exportCharts: "komari.exportCharts",
  exportFleet: "komari.exportFleet",
  filterFleet: "komari.filterFleet",
  filterMethods: "komari.filterMethods",
  filterNodes: "komari.filterNodes",
  goToNode: "komari.goToNode",
  groupNodes: "komari.groupNodes",
  keepChartsOpen: "komari.keepChartsOpen",
  openCharts: "komari.openCharts",
  openChartsInNewPanel: "komari.openChartsInNewPanel",
  openDashboard: "komari.openDashboard",
  openFleet: "komari.openFleet",
  openNode: "komari.openNode",
  openNodeInDashboard: "komari.openNodeInDashboard",
  openRequest: "komari.openRequest",
  openWalkthrough: "komari.openWalkthrough",
  reconnectServer: "komari.reconnectServer",
  refresh: "komari.refresh",
  refreshMethods: "komari.refreshMethods",
  removeFavorite: "komari.removeFavorite",
  removeFavoriteMethod: "komari.removeFavoriteMethod",
  removeServer: "komari.removeServer",
  renameRequest: "komari.renameRequest",
  runRequest: "komari.runRequest",
  saveRequest: "komari.saveRequest",
  showAnswer: "komari.showAnswer",
  showLog: "komari.showLog",
  signIn: "komari.signIn",
  signOut: "komari.signOut",
  sortNodes: "komari.sortNodes",
  toggleInternalMethods: "komari.toggleInternalMethods",
  tryDemo: "komari.tryDemo",
} as const;
export type CommandId = (typeof commandIds)[keyof typeof commandIds];

export const settingsSection = "komari";
export const settingIds = {
  servers: "servers",
  connectAtStart: "connectAtStart",
  nodesDescription: "nodes.description",
  nodesBadge: "nodes.badge",
  fleetViews: "fleet.views",
  thresholds: "thresholds",
  chartsThresholds: "charts.thresholds",
  statusBarClick: "statusBar.click",
  statusBarWarnWhenOffline: "statusBar.warnWhenOffline",
  pollingVisibleInterval: "polling.visibleInterval",
  pollingBackgroundInterval: "polling.backgroundInterval",
  pollingNodesInterval: "polling.nodesInterval",
  pollingPauseAfter: "polling.pauseAfter",
  maxResponseSize: "maxResponseSize",
  callTimeout: "call.timeout",
  requests: "requests",
} as const;

export const contextKeys = {
  /** The active panel of charts makes room for the next node that is opened. */
  chartsPreview: "komari.chartsPreview",
  /** The demo runs. */
  demo: "komari.demo",
  methodsFiltered: "komari.methodsFiltered",
  nodesFiltered: "komari.nodesFiltered",
  /** As `servers`, of past calls and saved requests: VS Code draws rows that follow a welcome text at once two seconds late. */
  requestList: "komari.requestList",
  /** `none` or `some`; not set until the settings have been read, so that nothing flashes. */
  servers: "komari.servers",
} as const;
