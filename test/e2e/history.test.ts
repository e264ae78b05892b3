import assert from "node:assert/strict";
import { type Simulator, startSimulator } from "../simulator/simulator";
import { openMethod } from "./harness/callPanel";
import { eventually } from "./harness/eventually";
import { openNodes } from "./harness/komari";
import { type Workbench } from "./harness/workbench";

describe("Call history of two windows", () => {
  let simulator: Simulator;
  let windows: readonly Workbench[] = [];

  before(async () => {
    simulator = await startSimulator({ nodes: 3, seed: 9 });
    const open = async () => (await openNodes({ Shared: simulator })).workbench;
    windows = [await open(), await open()];
  });

  after(async () => {
    for (const workbench of windows) await workbench.close();
    await simulator.stop();
  });

  const send = async (workbench: Workbench, method: string) => {
    const panel = await openMethod(workbench, method);
    await panel.send();
    await panel.responds(/"/);
  };

  /** The methods called on this suite's server, the newest first. */
  const calls = async (workbench: Workbench) => {
    const rows = await workbench.tree("Requests").rows();
    return rows.flatMap(({ label, description }) =>
      description.includes("Shared") ? [label] : [],
    );
  };

  const sent = ["common:getPublicInfo", "common:getVersion"];

  it("has the calls of both windows, in each window once it is shown", async () => {
    const [one, other] = windows;
    assert.ok(one && other);
    await send(one, "common:getVersion");
    await send(other, "common:getPublicInfo");
    for (const workbench of windows) {
      await workbench.view("Requests").click();
      await eventually(async () => assert.deepEqual(await calls(workbench), sent));
    }
  });

  it("has the calls of both windows after a reload", async () => {
    const [one] = windows;
    assert.ok(one);
    await one.reload();
    await one.tree("Requests").row("common:getVersion").first().waitFor();
    await eventually(async () => assert.deepEqual(await calls(one), sent));
  });
});
