import assert from "node:assert/strict";
import { startSimulator } from "../simulator/simulator";
import { eventually } from "./harness/eventually";
import { nodesWindow, openNodes, statusText } from "./harness/komari";

describe("Nodes view of an unreachable server", () => {
  const ui = nodesWindow({ nodes: 24 });

  before(async () => {
    await eventually(async () => assert.match(await statusText(ui.workbench), /^2\d\/22\b/));
  });

  const says = (action: string, sentence: RegExp) =>
    eventually(async () => {
      const [first] = await ui.tree.rows();
      assert.equal(first?.label, action);
      assert.match(first.spoken, sentence);
    });

  const isWell = () =>
    eventually(async () => {
      assert.match(await statusText(ui.workbench), /^2\d\/22\b/);
      assert.match((await ui.tree.rows())[0]?.description ?? "", /^\d+\/\d+/);
    }, 40_000);

  it("has one row with a command to reconnect; its nodes keep their values, offline ones their state", async () => {
    await ui.simulator.refuse();
    await says("Not connected", /\(last known \d+ s ago\)/);
    const rows = await ui.tree.rows();
    const describedAs = (name: string) => rows.find(({ label }) => label === name)?.description;
    assert.match(describedAs("web-01") ?? "", /^CPU \d+%\u2002RAM \d+%/);
    assert.match(describedAs("went-offline") ?? "", /^offline /);
    assert.equal((await ui.tree.text()).match(/last known/g)?.length, 1);
    assert.match(await statusText(ui.workbench), /^2\d\/22\b/);
    await ui.workbench.screenshot("server-down-dark");
  });

  it("reconnects by itself", async () => {
    await ui.simulator.accept();
    await isWell();
  });

  it("shows that it became private with a command to sign in, and its nodes once it is public again", async () => {
    ui.simulator.knobs.privateSite = true;
    await ui.workbench.palette("Komari: Refresh Nodes");
    await says("Private", /^Demo is private/);
    ui.simulator.knobs.privateSite = false;
    await ui.workbench.palette("Komari: Reconnect");
    await isWell();
  });

  it("shows that it is being installed", async () => {
    ui.simulator.knobs.guide = "installing";
    await ui.workbench.palette("Komari: Reconnect");
    await says("Not set up yet", /^Demo is not set up yet/);
    ui.simulator.knobs.guide = "none";
    await ui.workbench.palette("Komari: Reconnect");
    await isWell();
  });

  it("shows that the response was a page", async () => {
    ui.simulator.knobs.garbage = "html";
    await ui.workbench.palette("Komari: Reconnect");
    await says("RPC not available", /^Demo does not offer RPC/);
    ui.simulator.knobs.garbage = "never";
    await ui.workbench.palette("Komari: Reconnect");
    await isWell();
  });
});

describe("Nodes view of a server without nodes", () => {
  it("shows a message, and counts none", async () => {
    const simulator = await startSimulator({ nodes: 0 });
    const { workbench, tree } = await openNodes({ Demo: simulator });
    await eventually(async () => {
      assert.match(await tree.text(), /Demo shows no nodes to guests/);
      assert.equal((await tree.rows())[0]?.label, "Sign In…");
      assert.equal(await statusText(workbench), "0/0");
    });
    await workbench.screenshot("empty-dark");
    await workbench.close();
    await simulator.stop();
  });
});
