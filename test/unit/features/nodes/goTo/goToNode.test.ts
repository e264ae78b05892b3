import assert from "node:assert/strict";
import { goToNode } from "../../../../../src/features/nodes/goTo/goToNode";
import { Regions } from "../../../../../src/features/nodes/arrange/regions";
import { createFormat } from "../../../../../src/shared/format";
import { createChartHarness } from "../../../../builders/chartHarness";
import { settle } from "../../../../builders/settle";
import { wireNode } from "../../../../builders/wireNode";
import { FakeQuickInputs } from "../../servers/fakeQuickInputs";

async function open() {
  const { fleet, clock, connect, server, report, advance } = createChartHarness();
  server.nodes = {
    b: { ...wireNode("b"), name: "tokyo $(zap)", group: "Edge", region: "🇯🇵", ipv4: "203.0.113.5" },
    a: { ...wireNode("a"), name: "berlin" },
  };
  await connect();
  const inputs = new FakeQuickInputs();
  const done: string[] = [];
  const note = (what: string) => (node: { readonly uuid: string }) =>
    void done.push(what + node.uuid);
  const template = { value: "CPU {cpu}" };
  const [format, regions, collator] = [
    createFormat("en"),
    new Regions("en"),
    new Intl.Collator("en"),
  ];
  const closed = goToNode({
    inputs,
    fleet,
    template,
    format,
    regions,
    collator,
    clock,
    open: note("open "),
    reveal: note("reveal "),
    compare: note("compare "),
  });
  const pick = await inputs.pick();
  return { pick, closed, done, report, advance, server };
}

describe("goToNode", () => {
  it("lists every node by name with its state, its place and what its row says", async () => {
    const { pick } = await open();
    assert.deepEqual(
      pick.labels.map((label) => label.replace(/^\$\([\w-]+\) /, "")),
      ["berlin", "tokyo \\$(zap)"],
    );
    const { description, detail = "" } = pick.find("tokyo");
    assert.equal(description, "Edge · Japan · 203.0.113.5");
    assert.match(detail, /^CPU \d+%$/);
    assert.deepEqual([pick.matchOnDescription, pick.matchOnDetail, pick.busy], [true, true, false]);
  });

  it("opens the node under the cursor by Enter", async () => {
    const { pick, closed, done } = await open();
    pick.moveTo("tokyo");
    pick.accept();
    await closed;
    assert.deepEqual([done, pick.disposed], [["open b"], true]);
  });

  it("reveals or compares a node by the buttons of its row", async () => {
    for (const [tooltip, what] of [
      ["Reveal in Nodes View", "reveal a"],
      ["Compare with Others…", "compare a"],
    ] as const) {
      const { pick, closed, done } = await open();
      pick.pressOn("berlin", tooltip);
      await closed;
      assert.deepEqual(done, [what]);
    }
  });

  it("does nothing by Escape, nor by Enter while no row is under the cursor", async () => {
    const { pick, closed, done } = await open();
    pick.activeItems = [];
    pick.accept();
    pick.hide();
    await closed;
    assert.deepEqual(done, []);
  });

  it("shows new figures after some seconds, with the cursor where it was", async () => {
    const { pick, report, advance } = await open();
    pick.moveTo("tokyo");
    const before = pick.items;
    report({ b: { cpu: 77 } });
    await advance(2_000);
    assert.equal(pick.items, before);
    await advance(6_000);
    assert.equal(pick.find("tokyo").detail, "CPU 77%");
    assert.deepEqual(
      pick.activeItems.map(({ label }) => label),
      [pick.find("tokyo").label],
    );
  });

  it("shows a node that is new at once", async () => {
    const { pick, server, advance } = await open();
    server.nodes = { ...server.nodes, c: { ...wireNode("c"), name: "paris" } };
    await advance(61_000);
    await settle();
    assert.match(pick.find("paris").label, /paris/);
  });
});
