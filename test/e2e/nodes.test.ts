import assert from "node:assert/strict";
import { eventually } from "./harness/eventually";
import { nodesWindow, statusText } from "./harness/komari";

describe("Nodes view", () => {
  const ui = nodesWindow();

  const labels = async (level?: number) =>
    (await ui.tree.rows())
      .filter((row) => level === undefined || row.level === level)
      .map(({ label }) => label);

  /** A row under the pointer is left alone for a while, and a tooltip covers what is below it. */
  const lookAway = () => ui.workbench.page.mouse.move(900, 500);

  const choose = async (command: string, choice: string) => {
    await ui.workbench.pressInTitle("Nodes", command);
    await ui.workbench.quickInput.waitUntilOpen();
    await ui.workbench.quickInput.pick(choice);
    await ui.workbench.quickInput.waitUntilClosed();
  };

  it("shows groups with counts, and nodes with their values", async () => {
    await eventually(async () => {
      const group = (await ui.tree.rows()).find(({ label }) => label === "Production");
      assert.match(group?.description ?? "", /^\d+\/\d+ .*· \d+ hot/);
      assert.match(group?.spoken ?? "", /^Production, \d+ of \d+ online, .*\d+ over a threshold/);
    });
    const node = (await ui.tree.rows()).find(({ label }) => label === "web-01");
    assert.match(
      node?.description ?? "",
      /^CPU \d+%\u2002RAM \d+%\u2002↓[\d.<]+[KMG]? ↑[\d.<]+[KMG]?$/,
    );
    assert.match(node?.spoken ?? "", /^web-01, online, CPU \d+%, RAM \d+%, download .+ upload .+$/);
  });

  it("shows server text as text, never as markup", async () => {
    assert.ok((await labels()).some((label) => label.includes("<img src=x")));
    assert.ok((await labels()).some((label) => label.includes("**bold** [x](command:foo)")));
  });

  it("updates without user input", async () => {
    const before = (await ui.tree.rows()).map(({ description }) => description);
    await eventually(async () => {
      const now = (await ui.tree.rows()).map(({ description }) => description);
      assert.notDeepEqual(now, before);
    });
  });

  it("counts the nodes that are online in the status bar", async () => {
    await eventually(async () => {
      const [, online, total] = /^(\d+)\/(\d+)\b/.exec(await statusText(ui.workbench)) ?? [];
      assert.ok(Number(online) > 10 && Number(online) <= Number(total));
    });
  });

  it("shows a node in a tooltip of bars and facts, with no link in it but ours", async () => {
    const tooltip = await ui.workbench.tooltip(ui.tree.row("bold").first());
    await eventually(async () => assert.match(await tooltip.innerText(), /Memory[^]*of[^]*Uptime/));
    assert.match(await tooltip.innerText(), /\*\*bold\*\* \[x\]\(command:foo\) \$\(z/);
    assert.deepEqual(await tooltip.locator("a").allInnerTexts(), ["Charts", "Call Method", "Copy"]);
    assert.equal(await tooltip.locator("img, strong strong, .codicon").count(), 0);
    assert.equal(await tooltip.locator("span[style*=background-color]").count(), 6);
    await lookAway();
  });

  it("groups by what is chosen in the title bar", async () => {
    await choose("Group Nodes By", "Status");
    await eventually(async () => {
      const groups = await labels(1);
      assert.equal(groups.includes("Never reported") && groups.includes("Online"), true);
    });
    await choose("Group Nodes By", "Nothing");
    await eventually(async () => assert.equal((await labels(2)).length, 0));
  });

  it("sorts by name", async () => {
    await choose("Sort Nodes By", "Name");
    await eventually(async () => {
      const shown = await labels();
      const collator = new Intl.Collator("en", { numeric: true });
      assert.deepEqual(
        shown,
        shown.toSorted((a, b) => collator.compare(a, b)),
      );
    });
  });

  it("filters while the user types, shows the filter, and clears it", async () => {
    await ui.workbench.pressInTitle("Nodes", "Filter Nodes");
    await ui.workbench.quickInput.waitUntilOpen();
    await ui.workbench.quickInput.fill("web");
    await eventually(async () => {
      const shown = await labels();
      assert.ok(shown.length > 0 && shown.every((label) => label.includes("web")));
    });
    await ui.workbench.quickInput.accept();
    await ui.workbench.quickInput.waitUntilClosed();
    await eventually(async () => {
      assert.match(await ui.tree.text(), /Filter “web”: \d+ of 19 nodes/);
    });
    await ui.workbench.pressInTitle("Nodes", "Clear Filter");
    await eventually(async () => assert.ok((await labels()).length > 10));
  });

  it("keeps favorites on top", async () => {
    await choose("Group Nodes By", "Group");
    await eventually(async () => assert.ok((await labels(1)).includes("Production")));
    await ui.workbench.contextMenu(ui.tree.row("web-01").first(), "Add to Favorites");
    await eventually(async () => {
      assert.deepEqual((await labels()).slice(0, 2), ["Favorites", "web-01"]);
    });
    await ui.workbench.contextMenu(ui.tree.row("web-01").first(), "Remove from Favorites");
    await eventually(async () => assert.equal((await labels()).includes("Favorites"), false));
  });

  it("copies a node's name and keeps the selection through updates", async () => {
    await ui.workbench.contextMenu(ui.tree.row("web-01").first(), "Copy Name");
    await eventually(async () => {
      const copied = await ui.workbench.page.evaluate(() => navigator.clipboard.readText());
      assert.equal(copied, "web-01");
    });
    await ui.tree.row("web-01").first().click();
    await lookAway();
    const before = (await ui.tree.rows()).find(({ label }) => label === "web-01")?.description;
    // The row rests for ten seconds, because the pointer was on it and its tooltip was read.
    await eventually(async () => {
      const row = (await ui.tree.rows()).find(({ label }) => label === "web-01");
      assert.notEqual(row?.description, before);
      assert.equal(row?.selected, true);
    });
  });

  it("remembers the arrangement over a reload of the window", async () => {
    await ui.workbench.reload();
    await eventually(async () => {
      const shown = await labels();
      const [first, second] = [shown.indexOf("expired"), shown.indexOf("no-swap")];
      assert.ok(first >= 0 && first < second, "the nodes are no longer sorted by name");
    });
  });
});
