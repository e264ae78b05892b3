import assert from "node:assert/strict";
import {
  type GroupElement,
  isGroup,
  isRow,
  type LeafElement,
  type TreeElement,
} from "../../../../src/features/tree/elements";
import { type RowSource } from "../../../../src/features/tree/groupedRows";
import { type Row } from "../../../../src/features/tree/row";
import { connectingMessage } from "../../../../src/features/tree/serverMessage";
import { ServerTree } from "../../../../src/features/tree/serverTree";
import { plainContent } from "../../../../src/features/tree/shownRows";
import { createChartHarness, home } from "../../../builders/chartHarness";
import { wireNode } from "../../../builders/wireNode";

interface Leaf extends LeafElement<string> {
  readonly name: string;
}
type Element = TreeElement<string, Leaf>;

function row(label: string): Row {
  return { label, description: "", icon: undefined, accessibleLabel: label, contextValue: "" };
}

/** A view of a connected server; `texts` are its leaves by group and what they say. */
async function createTree(texts: Record<string, Record<string, string>>) {
  const { fleet, clock, connect, server } = createChartHarness();
  server.nodes = { a: wireNode("a") };
  await connect();
  const knobs = { texts, hasNotice: false, hasMessage: false, isExpanded: true, filter: "" };
  const source = (): RowSource<string, Leaf, undefined> => ({
    serverId: home,
    arrange: () => ({
      groups: Object.entries(knobs.texts).map(([key, leaves]) => ({
        key,
        leaves: Object.keys(leaves),
      })),
      leaves: [],
      shown: 1,
      total: 2,
    }),
    movesRows: () => true,
    leaf: (name, group) => ({
      kind: "leaf",
      id: JSON.stringify([group?.key, name]),
      serverId: home,
      name,
      group,
    }),
    groupContent: (key) => plainContent(row(key)),
    leafContent: ({ name, group }) => {
      const text = knobs.texts[group?.key ?? ""]?.[name];
      return text === undefined ? undefined : plainContent(row(text));
    },
    touchedRows: (_change, rows) => rows.drawn(),
  });
  const tree = new ServerTree<string, Leaf, undefined>({
    fleet,
    clock,
    state: { choices: knobs },
    sourceOf: source,
    serverRow: () => row("Home"),
    messageOf: (each) => (knobs.hasMessage ? connectingMessage(each) : undefined),
    notices: () => (knobs.hasNotice ? [{ row: row("Notice"), command: "run" }] : []),
    isExpanded: () => knobs.isExpanded,
    actionsOf: (element) => ({ tooltip: isGroup(element) ? "group" : element.name }),
    tooltipOf: () => Promise.resolve(undefined),
  });
  const fired: (readonly Element[] | undefined)[] = [];
  tree.onDidChangeTreeData((elements) => fired.push(elements));
  const only = fleet.get(home);
  assert.ok(only);
  /** Requests all rows, as VS Code does when all is expanded. */
  const draw = () => {
    const labels: (string | undefined)[] = [];
    const visit = (element: Element) => {
      labels.push(tree.itemOf(element).row?.label);
      tree.getChildren(element).forEach(visit);
    };
    tree.getChildren().forEach(visit);
    return labels;
  };
  const update = () => {
    clock.advance(500);
    fired.length = 0;
    tree.update(only, undefined);
    return fired.flatMap((elements) => elements?.map(nameOf) ?? ["all"]);
  };
  return { tree, knobs, draw, update };
}

function nameOf(element: Element): string {
  if (!isRow(element)) return element.kind;
  return isGroup(element) ? element.key : element.name;
}

function isGroupRow(element: Element): element is GroupElement<string> {
  return isRow(element) && isGroup(element);
}

describe("ServerTree", () => {
  it("shows the groups of a single server at the root, below the notices", async () => {
    const { draw, knobs } = await createTree({ g: { a: "A" }, h: {} });
    assert.deepEqual(draw(), ["g", "A", "h"]);
    knobs.hasNotice = true;
    assert.deepEqual(draw(), ["Notice", "g", "A", "h"]);
  });

  it("fires for the rows whose text has changed, and for no other", async () => {
    const { draw, knobs, update } = await createTree({ g: { a: "A", b: "B" } });
    draw();
    assert.deepEqual(update(), []);
    knobs.texts = { g: { a: "A", b: "changed" } };
    assert.deepEqual(update(), ["b"]);
  });

  it("fires once until the row is drawn again", async () => {
    const { draw, knobs, update } = await createTree({ g: { a: "A" } });
    draw();
    knobs.texts = { g: { a: "changed" } };
    assert.deepEqual(update(), ["a"]);
    assert.deepEqual(update(), []);
    draw();
    knobs.texts = { g: { a: "again" } };
    assert.deepEqual(update(), ["a"]);
  });

  it("fires for a group that got another leaf, and for all if a group is added", async () => {
    const { draw, knobs, update } = await createTree({ g: { a: "A" } });
    draw();
    knobs.texts = { g: { a: "A", b: "B" } };
    assert.deepEqual(update(), ["g"]);
    knobs.texts = { g: { a: "A", b: "B" }, h: {} };
    assert.deepEqual(update(), ["all"]);
  });

  it("fires for all if groups would open in another way", async () => {
    const { draw, knobs, update } = await createTree({ g: { a: "A" } });
    draw();
    knobs.isExpanded = false;
    assert.deepEqual(update(), ["all"]);
  });

  it("fires for all if a message comes or goes, and shows it above the groups", async () => {
    const { draw, knobs, update } = await createTree({ g: { a: "A" } });
    draw();
    knobs.hasMessage = true;
    assert.deepEqual(update(), ["all"]);
    assert.deepEqual(draw(), ["Connecting to Home…", "g", "A"]);
    knobs.hasMessage = false;
    assert.deepEqual(update(), ["all"]);
  });

  it("keeps elements between requests, and knows their parents", async () => {
    const { tree, draw } = await createTree({ g: { a: "A" } });
    draw();
    const [group] = tree.getChildren();
    assert.ok(group && isGroupRow(group));
    assert.equal(tree.getChildren()[0], group);
    const [leaf] = tree.getChildren(group);
    assert.ok(leaf);
    assert.equal(tree.getParent(leaf), group);
    assert.equal(tree.getParent(group), undefined);
    assert.equal(tree.find(home, "a"), leaf);
  });

  it("has no row for what was removed", async () => {
    const { tree, knobs, draw, update } = await createTree({ g: { a: "A" } });
    draw();
    const leaf = tree.find(home, "a");
    assert.ok(leaf);
    knobs.texts = { g: {} };
    update();
    assert.equal(tree.itemOf(leaf).row, undefined);
  });

  it("adds the tooltip and the command of a row", async () => {
    const { tree, knobs } = await createTree({ g: { a: "A" } });
    knobs.hasNotice = true;
    const [notice, group] = tree.getChildren();
    assert.ok(notice && group);
    assert.deepEqual(tree.itemOf(notice).command, { command: "run", title: "Notice" });
    assert.deepEqual([tree.itemOf(group).tooltip, tree.itemOf(group).expanded], ["group", true]);
  });

  it("sums up the counts of all servers", async () => {
    const { tree } = await createTree({ g: { a: "A" } });
    assert.deepEqual(tree.counts(), { shown: 1, total: 2 });
  });
});
