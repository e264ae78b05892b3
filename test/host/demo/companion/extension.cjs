// @ts-check
"use strict";
// Does what a user would do first, in the window that `npm start` opens.
const { commands, workspace } = require("vscode");

exports.activate = () => {
  const servers = workspace.getConfiguration("komari").get("servers", []);
  return commands.executeCommand(servers.length === 0 ? "komari.tryDemo" : "komari.nodes.focus");
};
