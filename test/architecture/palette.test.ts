import assert from "node:assert/strict";
import { manifest } from "./manifest";

const { commands, menus } = manifest.contributes;

/** By the clause under which the palette offers them: "" is always. */
const expected: Readonly<Record<string, string>> = {
  "komari.addServer": "",
  "komari.callMethod": "komari.servers == some",
  "komari.endDemo": "komari.demo",
  "komari.exportCharts": "activeWebviewPanelId == 'komari.charts'",
  "komari.exportFleet": "activeWebviewPanelId == 'komari.fleet'",
  "komari.filterFleet": "activeWebviewPanelId == 'komari.fleet'",
  "komari.goToNode": "komari.servers == some",
  "komari.keepChartsOpen": "activeWebviewPanelId == 'komari.charts' && komari.chartsPreview",
  "komari.openCharts": "komari.servers == some",
  "komari.openFleet": "komari.servers == some",
  "komari.openWalkthrough": "komari.servers != some",
  "komari.reconnectServer": "komari.servers == some",
  "komari.refresh": "komari.servers == some",
  "komari.showLog": "",
  "komari.tryDemo": "komari.servers != some",
};

/** What a click on a row, or on a link in its tooltip, runs. */
const ofRows = ["komari.copyNode", "komari.openNode"];

describe("Command palette", () => {
  it("has few commands; the others are in menus", () => {
    const clauses = new Map(menus.commandPalette?.map(({ command, when }) => [command, when]));
    const offered = commands
      .map(({ command, enablement }) => [command, clauses.get(command) ?? enablement ?? ""])
      .filter(([, when]) => when !== "false");
    assert.deepEqual(Object.fromEntries(offered), expected);
  });

  it("hides only commands that are in menus or in rows", () => {
    const elsewhere = Object.entries(menus)
      .filter(([menu]) => menu !== "commandPalette")
      .flatMap(([, items]) => items.map(({ command }) => command));
    const hidden = menus.commandPalette
      ?.filter(({ when }) => when === "false")
      .map(({ command }) => command);
    assert.deepEqual(
      hidden?.filter((command) => !elsewhere.includes(command)),
      ofRows,
    );
  });
});
