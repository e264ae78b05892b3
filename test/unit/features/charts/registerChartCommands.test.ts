import assert from "node:assert/strict";
import { commandIds } from "../../../../src/manifest/contributions";
import { type OpenOptions } from "../../../../src/features/charts/chartPanels";
import {
  type ChartCommandPanels,
  registerChartCommands,
} from "../../../../src/features/charts/registerChartCommands";
import { FakeClock } from "../../../builders/fakeClock";

function harness() {
  const clock = new FakeClock();
  const commands = new Map<string, (...args: readonly unknown[]) => unknown>();
  const opened: [string, OpenOptions | undefined][] = [];
  const done: string[] = [];
  const panels: ChartCommandPanels = {
    open: (subject, options) => {
      opened.push([subject.kind === "node" ? subject.uuid : subject.label, options]);
    },
    choose: () => Promise.resolve(void done.push("choose")),
    keepOpen: () => void done.push("keepOpen"),
    export: () => Promise.resolve(void done.push("export")),
  };
  registerChartCommands(
    { register: (id, run) => void commands.set(id, run) },
    { use: async (work) => await work(panels) },
    // Rows are named after their nodes here.
    (clicked, all) => {
      const uuids = (Array.isArray(all) ? all : [clicked]).filter(
        (each): each is string => typeof each === "string",
      );
      return { label: "", nodes: uuids.map((uuid) => ({ serverId: "home", uuid })) };
    },
    clock,
  );
  return {
    clock,
    opened,
    done,
    run: (id: string, ...args: unknown[]) => commands.get(id)?.(...args),
  };
}

describe("commands of charts", () => {
  it("a click on a node shows it in the preview and leaves the focus in the tree", () => {
    const { run, opened } = harness();
    run(commandIds.openNode, "a");
    assert.deepEqual(opened, [["a", { preview: true, preserveFocus: true }]]);
  });

  it("two clicks on a node within half a second keep its panel open", () => {
    const { run, opened, clock } = harness();
    run(commandIds.openNode, "a");
    clock.advance(400);
    run(commandIds.openNode, "a");
    assert.deepEqual(
      opened.map(([, options]) => options?.preview),
      [true, false],
    );
  });

  it("clicks on two nodes, or with time between them, are no double click", () => {
    const { run, opened, clock } = harness();
    for (const [uuid, pause] of [
      ["a", 100],
      ["b", 100],
      ["a", 501],
      ["a", 0],
    ] as const) {
      run(commandIds.openNode, uuid);
      clock.advance(pause);
    }
    assert.deepEqual(
      opened.map(([, options]) => options?.preview),
      [true, true, true, true],
    );
  });

  it("a third click starts over", () => {
    const { run, opened } = harness();
    for (let click = 0; click < 3; click++) run(commandIds.openNode, "a");
    assert.deepEqual(
      opened.map(([, options]) => options?.preview),
      [true, false, true],
    );
  });

  it("Open Charts shows one node in the preview, several in a panel of their own, and asks without rows", () => {
    const { run, opened, done } = harness();
    run(commandIds.openCharts, "a");
    run(commandIds.openCharts, "a", ["a", "b"]);
    run(commandIds.openCharts);
    assert.deepEqual(
      opened.map(([, options]) => options),
      [{ preview: true }, { preview: false }],
    );
    assert.deepEqual(done, ["choose"]);
  });

  it("Open in New Panel opens no preview, Keep Open and Export are for the active panel", () => {
    const { run, opened, done } = harness();
    run(commandIds.openChartsInNewPanel, "a");
    run(commandIds.keepChartsOpen);
    run(commandIds.exportCharts);
    assert.deepEqual(opened, [["a", undefined]]);
    assert.deepEqual(done, ["keepOpen", "export"]);
  });
});
