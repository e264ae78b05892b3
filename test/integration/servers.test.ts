import assert from "node:assert/strict";
import * as vscode from "vscode";
import manifest from "../../package.json";
import { eventually } from "../e2e/harness/eventually";
import { profileNames } from "../simulator/profiles/profiles";
import { credentials, type Simulator, startSimulator } from "../simulator/simulator";

const setServers = (value: unknown) =>
  vscode.workspace
    .getConfiguration("komari")
    .update("servers", value, vscode.ConfigurationTarget.Global);

const copiedInfo = async (): Promise<string> => {
  await vscode.env.clipboard.writeText("");
  await vscode.commands.executeCommand("komari.copyServerInfo");
  return vscode.env.clipboard.readText();
};

describe("Commands", () => {
  it("are all registered once the extension is active", async () => {
    await vscode.extensions.getExtension(`${manifest.publisher}.${manifest.name}`)?.activate();
    const registered = new Set(await vscode.commands.getCommands(true));
    for (const { command } of manifest.contributes.commands) {
      assert.ok(registered.has(command), command);
    }
  });
});

for (const profile of profileNames) {
  describe(`Setting komari.servers with Komari ${profile}`, () => {
    let simulator: Simulator;

    before(async () => {
      simulator = await startSimulator({ profile, nodes: 25, seed: 5 });
    });

    after(async () => {
      await setServers(undefined);
      await simulator.stop();
    });

    it("connects a server as soon as it is added", async () => {
      await setServers([{ name: "Integration", url: `${simulator.url}/` }]);
      await eventually(async () => {
        const info = await copiedInfo();
        assert.match(info, /Server: Integration/);
        assert.match(info, /State: ready/);
        assert.match(info, /Role: guest/);
        assert.match(info, /Transport: webSocket/);
        assert.match(info, /Nodes: 24 \(online [1-9]/);
      });
    });

    it("requests all nodes and all statuses in one call each", () => {
      assert.ok(simulator.journal.count("common:getNodes") >= 1);
      const statuses = simulator.journal.of("common:getNodesLatestStatus");
      assert.ok(statuses.length >= 1);
      for (const { transport } of statuses) assert.equal(transport, "ws");
    });

    it("reconnects after a restart of the server", async () => {
      const before = simulator.journal.socketsOpened;
      simulator.restart();
      await eventually(async () => {
        assert.ok(simulator.journal.socketsOpened > before);
        assert.match(await copiedInfo(), /State: ready/);
      });
    });

    it("disconnects a server that is removed", async () => {
      await setServers(undefined);
      await eventually(() => assert.equal(simulator.journal.openSockets, 0));
    });
  });
}

describe("Settings of an invalid type", () => {
  after(() => setServers(undefined));

  it("lose only the invalid values", async () => {
    const simulator = await startSimulator({ nodes: 20 });
    await setServers([
      7,
      { url: "ftp://nowhere" },
      { name: 5, url: simulator.url, acceptAnyCertificate: "yes" },
    ]);
    await eventually(async () => assert.match(await copiedInfo(), /State: ready/));
    await simulator.stop();
  });
});

describe("CredentialStore", () => {
  it("has no secret in what is copied for a report", async () => {
    const simulator = await startSimulator({ nodes: 20 });
    await setServers([{ name: "Secret", url: simulator.url }]);
    await eventually(async () => assert.match(await copiedInfo(), /Server: Secret/));
    const info = await copiedInfo();
    for (const secret of [credentials.apiKey, credentials.password]) {
      assert.equal(info.includes(secret), false);
    }
    await setServers(undefined);
    await simulator.stop();
  });
});
