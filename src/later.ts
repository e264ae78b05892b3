// What is read with the first click, as one file: esbuild.js leads every `import()` of the host here.
export * from "./features/call/callPanels";
export * from "./features/charts/chartPanels";
export * from "./features/common/pickServer";
export * from "./features/fleet/fleetPanels";
export * from "./features/methods/methodExplorer";
export * from "./features/nodes/goTo/goToNode";
export * from "./features/nodes/commands/viewCommands";
export * from "./features/requests/loadedRequests";
export * from "./features/servers/commands/serverCommands";
export * from "./komari/redact/maskSecrets";
