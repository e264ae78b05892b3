import assert from "node:assert/strict";
import { type Habits } from "../simulator/fleet/simNode";
import { type Simulator, startSimulator } from "../simulator/simulator";
import { eventually } from "./harness/eventually";
import { openNodes } from "./harness/komari";
import { type Tree } from "./harness/tree";
import { type Workbench } from "./harness/workbench";

const off = { cpu: 0, memory: 0, disk: 0, quota: 0, loss: 0, expiry: 0 };

describe("Nodes view with nodes in trouble", () => {
  let simulator: Simulator;
  let workbench: Workbench;
  let tree: Tree;

  const habits = (name: string, changed: Partial<Habits>) => {
    simulator.fleet.edit(simulator.fleet.named(name).uuid, { habits: changed });
  };

  before(async () => {
    simulator = await startSimulator({ nodes: 25, seed: 7 });
    habits("web-02 hot", { cpu: 20, ram: 0.5 });
    const viewport = { width: 1280, height: 1200 };
    ({ workbench, tree } = await openNodes({ Demo: simulator }, { viewport }));
  });

  after(async () => {
    await workbench.close();
    await simulator.stop();
  });

  const find = async (label: string) => (await tree.rows()).find((row) => row.label === label);

  const rowIcon = async (label: string) => {
    const icon = tree.row(label).first().locator(".custom-view-tree-node-item-icon");
    return /codicon-([\w-]+)/.exec((await icon.getAttribute("class")) ?? "")?.[1];
  };

  const shows = (label: string, icon: string, description: RegExp, spoken: RegExp) =>
    eventually(async () => {
      const row = await find(label);
      assert.match(row?.description ?? "", description);
      assert.match(row?.spoken ?? "", spoken);
      assert.equal(await rowIcon(label), icon);
    });

  /** Opens the box by its icon, then goes on by the keyboard. */
  const choose = async (command: string, choice: string) => {
    await workbench.pressInTitle("Nodes", command);
    await workbench.quickInput.waitUntilOpen();
    await workbench.quickInput.search(choice);
    await workbench.quickInput.waitUntilClosed();
    // A row under the pointer is left alone for a while.
    await workbench.page.mouse.move(900, 500);
  };

  it("shows an icon and the reason first, also for screen readers", async () => {
    await shows("web-02 hot", "warning", /^disk 97%\u2002CPU/, /^web-02 hot, online, disk 97%/);
    await shows("expires soon", "calendar", /^expires in 3 d\u2002CPU/, /, expires in 3 d,/);
    await shows("went-offline", "circle-slash", /^offline 3 h/, /^went-offline, offline/);
    await shows("never-reported", "circle-outline", /^never reported/, /, never reported/);
    await shows("db-primary", "circle-small-filled", /^CPU/, /^db-primary, online, CPU/);
  });

  it("updates when trouble starts and ends, and counts it in the group", async () => {
    const hotIn = async (group: string) => {
      const row = await find(group);
      return Number(/· (\d+) hot/.exec(row?.description ?? "")?.[1] ?? 0);
    };
    const before = await hotIn("Production");
    habits("db-primary", { ram: 0.99 });
    await shows("db-primary", "warning", /^memory >?9\d%\u2002CPU/, /online, memory >?9\d%, CPU/);
    await eventually(async () => assert.equal(await hotIn("Production"), before + 1));
    habits("db-primary", { ram: 0.5 });
    await shows("db-primary", "circle-small-filled", /^CPU/, /online, CPU/);
    await eventually(async () => assert.equal(await hotIn("Production"), before));
  });

  it("sorts them first by trouble, and unknown values last by CPU", async () => {
    await choose("Group Nodes By", "Nothing");
    await choose("Sort Nodes By", "Trouble first");
    const order = ["circle-slash", "warning", "calendar", "circle-small-filled", "circle-outline"];
    await eventually(async () => {
      const icons = await tree.icons();
      const ranks = icons.map((icon) => order.indexOf(icon));
      assert.deepEqual(
        ranks,
        ranks.toSorted((a, b) => a - b),
        icons.join(" "),
      );
      assert.ok(ranks.includes(0) && ranks.includes(1) && ranks.includes(2));
    });
    await choose("Sort Nodes By", "CPU");
    await eventually(async () => {
      const icons = await tree.icons();
      const first = icons.findIndex((icon) => ["circle-slash", "circle-outline"].includes(icon));
      const unknown = icons.slice(first);
      assert.ok(first > 0);
      assert.ok(
        unknown.every((icon) => ["circle-slash", "circle-outline"].includes(icon)),
        icons.join(" "),
      );
    });
  });

  it("groups by trouble", async () => {
    await choose("Group Nodes By", "Trouble");
    await eventually(async () => {
      const groups = (await tree.rows()).filter(({ level }) => level === 1);
      assert.deepEqual(
        groups.map(({ label }) => label),
        ["Offline", "Over a threshold", "Expiring", "Healthy", "Never reported"],
      );
      const [offline] = groups;
      assert.match(offline?.description ?? "", /^\d+$/);
      assert.match(offline?.spoken ?? "", /^Offline, \d+ nodes?$/);
    });
  });

  it("groups by region, with flag and name", async () => {
    const { uuid } = simulator.fleet.named("db-primary");
    simulator.fleet.edit(uuid, { facts: { region: "jp" } });
    await choose("Group Nodes By", "Region");
    await eventually(async () => {
      const groups = (await tree.rows()).filter(({ level }) => level === 1);
      const labels = groups.map(({ label }) => label);
      assert.equal(labels.filter((label) => label === "Japan").length, 1);
      assert.equal(labels.at(-1), "No region");
      const style = await tree
        .row("Japan")
        .first()
        .locator(".custom-view-tree-node-item-icon")
        .getAttribute("style");
      assert.match(style ?? "", /data:image\/svg\+xml/);
    });
  });

  it("shows no trouble when every threshold is off", async () => {
    await choose("Group Nodes By", "Trouble");
    await workbench.changeSettings({
      "komari.servers": [{ name: "Demo", url: simulator.url }],
      "komari.thresholds": off,
    });
    await eventually(async () => {
      const groups = (await tree.rows()).filter(({ level }) => level === 1);
      assert.deepEqual(
        groups.map(({ label }) => label),
        ["Offline", "Healthy", "Never reported"],
      );
    });
  });
});
