import assert from "node:assert/strict";
import * as vscode from "vscode";
import { eventually } from "../e2e/harness/eventually";
import { profileNames } from "../simulator/profiles/profiles";
import { type Simulator, startSimulator } from "../simulator/simulator";

const setServers = (value: unknown) =>
  vscode.workspace
    .getConfiguration("komari")
    .update("servers", value, vscode.ConfigurationTarget.Global);

function chartTabs(): readonly string[] {
  return vscode.window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .filter(
      ({ input }) =>
        input instanceof vscode.TabInputWebview && input.viewType.endsWith("komari.charts"),
    )
    .map(({ label }) => label);
}

for (const profile of profileNames) {
  describe(`Chart panel of a node of Komari ${profile}`, () => {
    let simulator: Simulator;
    let node: { readonly kind: "node"; readonly serverId: string; readonly uuid: string };

    before(async () => {
      simulator = await startSimulator({ profile, nodes: 25, seed: 5 });
      const { uuid } = simulator.fleet.member("web-1");
      node = { kind: "node", serverId: simulator.url, uuid };
      await setServers([{ name: "Charted", url: simulator.url }]);
      await eventually(() => assert.ok(simulator.journal.count("common:getNodes") > 0));
    });

    after(async () => {
      await vscode.commands.executeCommand("workbench.action.closeAllEditors");
      await setServers(undefined);
      await simulator.stop();
    });

    it("opens as one tab, titled by the node", async () => {
      await vscode.commands.executeCommand("komari.openCharts", node);
      await vscode.commands.executeCommand("komari.openCharts", node);
      await eventually(() => assert.deepEqual(chartTabs(), ["web-01 — Charted"]));
    });

    it("requests load and pings of this node, by POST and within a limit", async () => {
      await eventually(() => {
        const calls = simulator.journal.of("common:getRecords");
        const params = calls.map((call) => call.params as Readonly<Record<string, unknown>>);
        assert.deepEqual(params.map(({ type }) => type).sort(), ["load", "ping"]);
        for (const { uuid, maxCount } of params) {
          assert.equal(uuid, node.uuid);
          assert.ok(Number(maxCount) >= 1);
        }
        for (const { transport } of calls) assert.equal(transport, "post");
      });
    });
  });
}
