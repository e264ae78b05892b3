import assert from "node:assert/strict";
import * as vscode from "vscode";
import { eventually } from "../e2e/harness/eventually";
import { profileNames } from "../simulator/profiles/profiles";
import { type Simulator, startSimulator } from "../simulator/simulator";

const setServers = (value: unknown) =>
  vscode.workspace
    .getConfiguration("komari")
    .update("servers", value, vscode.ConfigurationTarget.Global);

const tabs = () => vscode.window.tabGroups.all.flatMap((group) => group.tabs);

for (const profile of profileNames) {
  describe(`Call panel with Komari ${profile}`, () => {
    let simulator: Simulator;

    before(async () => {
      simulator = await startSimulator({ profile, nodes: 5, seed: 5 });
      await setServers([{ name: "Integration", url: simulator.url }]);
      await eventually(() => assert.ok(simulator.journal.count("common:getNodes") > 0));
    });

    after(async () => {
      await vscode.commands.executeCommand("workbench.action.closeAllEditors");
      await setServers(undefined);
      await simulator.stop();
    });

    it("requests no documentation before the user opens a method", () => {
      assert.equal(simulator.journal.count("rpc.help"), 0);
    });

    it("opens the panel of a method and sends at once, as keybindings can have it", async () => {
      const uuid = simulator.fleet.member("web-1").uuid;
      await vscode.commands.executeCommand("komari.callMethod", {
        server: "Integration",
        method: "common:getNodes",
        params: { uuid },
        send: true,
      });
      await eventually(() => {
        const sent = simulator.journal.of("common:getNodes", "post").at(-1);
        assert.deepEqual(sent?.params, { uuid });
      });
      assert.ok(tabs().some(({ label }) => label === "common:getNodes — Integration"));
    });

    it("has requested the help of all methods in few batches by then", async () => {
      await eventually(() => {
        const helps = simulator.journal.of("rpc.help");
        assert.ok(helps.length >= 11);
        const sizes = [32, helps.length % 32];
        for (const { batch } of helps) assert.ok(sizes.includes(batch), String(batch));
      });
    });

    it("brings the same panel to the front the second time", async () => {
      const open = { server: simulator.url, method: "common:getNodes" };
      await vscode.commands.executeCommand("komari.callMethod", open);
      const same = tabs().filter(({ label }) => label.startsWith("common:getNodes"));
      assert.equal(same.length, 1);
    });
  });
}
