import assert from "node:assert/strict";
import { type Simulator, startSimulator } from "../simulator/simulator";
import { eventually } from "./harness/eventually";
import { openNodes, statusText } from "./harness/komari";
import { type Tree } from "./harness/tree";
import { type Workbench } from "./harness/workbench";

describe("A server in trouble", function () {
  this.timeout(90_000);
  let simulator: Simulator;
  let workbench: Workbench;
  let tree: Tree;

  before(async () => {
    simulator = await startSimulator({ nodes: 20, seed: 7 });
    ({ workbench, tree } = await openNodes({ Demo: simulator }));
    await eventually(async () => assert.match(await statusText(workbench), /^1\d\/19$/));
  });

  after(async () => {
    await workbench.close();
    await simulator.stop();
  });

  const firstRow = async () => (await tree.rows())[0];

  it("is told of in a row that offers to reconnect, and its nodes turn stale", async () => {
    await simulator.refuse();
    await eventually(async () => {
      assert.match((await firstRow())?.label ?? "", /Demo cannot be reached/);
      assert.equal((await firstRow())?.description, "Reconnect");
    });
    await eventually(async () => {
      const node = (await tree.rows()).find(({ label }) => label === "web-01");
      assert.match(node?.description ?? "", /^stale/);
    }, 20_000);
    assert.match(await statusText(workbench), /^0\/19/);
    await workbench.screenshot("server-down-dark");
  });

  it("comes back by itself", async () => {
    await simulator.accept();
    await eventually(async () => {
      const node = (await tree.rows()).find(({ label }) => label === "web-01");
      assert.match(node?.description ?? "", /%/);
      assert.equal(
        (await tree.rows()).some(({ label }) => /cannot be reached/.test(label)),
        false,
      );
    }, 40_000);
  });

  it("that turns private asks for a sign-in", async () => {
    simulator.knobs.privateSite = true;
    simulator.dropSockets();
    await eventually(async () => {
      assert.match((await firstRow())?.label ?? "", /Demo is private/);
      assert.equal((await firstRow())?.description, "Sign In…");
    }, 20_000);
    simulator.knobs.privateSite = false;
    await workbench.palette("Komari: Reconnect");
    await eventually(async () => assert.match(await statusText(workbench), /^1\d\/19$/), 20_000);
  });

  it("that is being installed says so", async () => {
    simulator.knobs.guide = "installing";
    simulator.dropSockets();
    await eventually(async () => {
      assert.match((await firstRow())?.label ?? "", /has not been set up yet/);
    }, 20_000);
    simulator.knobs.guide = "none";
    await workbench.palette("Komari: Reconnect");
    await eventually(async () => assert.match(await statusText(workbench), /^1\d\/19$/), 20_000);
  });
});
