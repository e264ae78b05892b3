import assert from "node:assert/strict";
import { type Simulator, startSimulator } from "../simulator/simulator";
import { eventually } from "./harness/eventually";
import { openNodes } from "./harness/komari";
import { type Tree } from "./harness/tree";
import { type Workbench } from "./harness/workbench";

/** More rows than fit the window, and fewer than there are nodes. */
const maxRowsOnScreen = 60;
const statusMethod = "common:getNodesLatestStatus";

describe("Nodes view of a server with many nodes", () => {
  let simulator: Simulator;
  let workbench: Workbench;
  let tree: Tree;

  before(async () => {
    simulator = await startSimulator({ nodes: 400, seed: 7 });
    const settings = { "komari.polling.backgroundInterval": 5 };
    ({ workbench, tree } = await openNodes({ Large: simulator }, { settings }));
    await choose("Group Nodes By", "Nothing");
    // So that a node that goes offline stays where it is.
    await choose("Sort Nodes By", "Name");
    await eventually(async () => assert.ok((await shown()).length > 3));
  });

  after(async () => {
    await workbench.close();
    await simulator.stop();
  });

  const choose = async (command: string, choice: string) => {
    await workbench.pressInTitle("Nodes", command);
    await workbench.quickInput.waitUntilOpen();
    await workbench.quickInput.pick(choice);
    await workbench.quickInput.waitUntilClosed();
  };

  /** The rows on screen that have an ordinary name. */
  const shown = async () =>
    (await tree.rows()).filter(({ label }) => /^(web|api|db)-\d+$/.test(label));

  const uuidsShown = async () =>
    (await shown()).map(({ label }) => simulator.fleet.named(label).uuid);

  /** The nodes that each call since the last look has asked for; all of them if it names none. */
  const requested = () =>
    simulator.journal.of(statusMethod).map(({ params }) => {
      const { uuids } = (params ?? {}) as { readonly uuids?: readonly string[] };
      return uuids ?? simulator.fleet.inOrder.map(({ uuid }) => uuid);
    });

  /** As by so many turns of the wheel, of two to three rows each. */
  const scroll = async (turns: number) => {
    await tree.root.hover();
    for (let turn = 0; turn < Math.abs(turns); turn++) {
      await workbench.page.mouse.wheel(0, Math.sign(turns) * 120);
    }
  };

  it("polls the rows on screen, and no others with them", async () => {
    simulator.journal.clear();
    // The tree may still be on its way to its new order, and on a slow machine not all rows are in one call.
    await eventually(async () => {
      const uuids = await uuidsShown();
      assert.ok(uuids.length > 10);
      const own = requested().filter(({ length }) => length < maxRowsOnScreen);
      const times = uuids.map((uuid) => own.filter((call) => call.includes(uuid)).length);
      assert.ok(Math.min(...times) >= 3, `${times.join()} in ${own.length} calls`);
    });
  });

  it("polls rows that are scrolled to first", async () => {
    const before = new Set(await uuidsShown());
    await scroll(60);
    simulator.journal.clear();
    await eventually(async () => {
      const uuids = await uuidsShown();
      assert.ok(uuids.every((uuid) => !before.has(uuid)));
      // A part of the sweep may have been due meanwhile.
      const first = new Set(requested().slice(0, 3).flat());
      assert.ok(uuids.every((uuid) => first.has(uuid)));
    });
    await scroll(-90);
  });

  it("shows no trace of the URIs that distinguish rows", async () => {
    const [row] = await shown();
    assert.ok(row);
    const tooltip = await workbench.tooltip(tree.row(row.label).first());
    await eventually(async () => assert.match(await tooltip.innerText(), /Memory/));
    const html = await tree.root.innerHTML();
    assert.doesNotMatch(html + (await tooltip.innerHTML()), /komari-row/);
    assert.match(row.spoken, new RegExp(`^${row.label}, `));
    await workbench.page.mouse.move(900, 500);
  });

  it("is up to date when it is shown again", async () => {
    const [row] = await shown();
    assert.ok(row);
    const { uuid } = simulator.fleet.named(row.label);
    await workbench.palette("View: Toggle Primary Side Bar Visibility");
    await tree.root.waitFor({ state: "hidden" });
    simulator.fleet.edit(uuid, { presence: { kind: "left", at: Date.now() - 60_000 } });
    simulator.journal.clear();
    await eventually(() => {
      assert.ok(requested().some((call) => call.includes(uuid)));
      return Promise.resolve();
    });
    // From now on nothing is learned any more.
    simulator.knobs.drop = "answers";
    await workbench.palette("View: Toggle Primary Side Bar Visibility");
    await eventually(async () => {
      const now = (await tree.rows()).find(({ label }) => label === row.label);
      assert.match(now?.description ?? "", /^offline/);
    });
  });

  it("dims the rows of an unreachable server, also those scrolled to later", async () => {
    const labels = tree.root.locator(".custom-view-tree-node-item-resourceLabel", {
      hasText: "CPU",
    });
    const colors = async () => [
      ...new Set(
        await labels.evaluateAll((all) => all.map((each) => getComputedStyle(each).color)),
      ),
    ];
    const [normal] = await colors();
    await simulator.refuse();
    await tree.row("Not connected").waitFor();
    await scroll(60);
    await tree.row("Not connected").waitFor({ state: "hidden" });
    await eventually(async () => {
      const [dimmed, ...others] = await colors();
      assert.ok(dimmed !== undefined && dimmed !== normal);
      assert.deepEqual(others, []);
    });
  });
});
