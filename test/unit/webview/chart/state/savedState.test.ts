import assert from "node:assert/strict";
import { serializeState, restoreState } from "../../../../../webview/chart/state/savedState";
import { chooseSpan, goBack, zoomTo } from "../../../../../webview/chart/state/history";
import { firstState, type PanelState } from "../../../../../webview/chart/state/panelState";
import { setupOf } from "./setup";

const setup = setupOf({
  kind: "nodes",
  metrics: ["cpu", "ping"],
  tasks: [
    { id: 1, name: "one" },
    { id: 2, name: "two" },
  ],
});
const first = firstState(setup);

/** As VS Code does: through JSON. */
const roundTrip = (state: PanelState): PanelState =>
  restoreState(JSON.parse(JSON.stringify(serializeState(setup, state))), setup);

describe("kept state", () => {
  it("is restored unchanged", () => {
    const zoomed = zoomTo(chooseSpan(first, { kind: "all" }), { from: 10, to: 20 });
    const state: PanelState = {
      ...goBack(zoomed),
      hidden: ["a"],
      isolated: ["b"],
      sort: { key: "p99", metric: "ping", descending: true },
      mode: "one",
      metrics: ["ping"],
      metric: "ping",
      aggregate: "sum",
      taskId: 2,
      added: ["n3"],
      cursor: 15,
      tables: ["cpu"],
    };
    assert.deepEqual(roundTrip(state), state);
    assert.deepEqual(roundTrip(first), first);
  });

  it("has the name of what is shown, for a host that no longer knows it", () => {
    assert.equal(serializeState({ ...setup, title: "web-01" }, first).title, "web-01");
  });

  const panel = serializeState(setup, first).panel;
  const useless: readonly unknown[] = [
    ...[undefined, null, 7, "x", [], {}],
    ...[
      { version: 2, key: "k", panel },
      { version: 1, key: "another panel", panel: { ...panel, hidden: ["a"], tables: ["cpu"] } },
    ],
    ...[
      { version: 1, key: "k" },
      { version: 1, key: "k", panel: null },
    ],
    { version: 1, key: "k", panel: {} },
    { version: 1, key: "k", panel: { history: "x", hidden: 7, sort: [], tables: {}, cursor: "1" } },
    { version: 1, key: "k", panel: { history: [{}, { span: { kind: "later" } }, null], at: 1 } },
    { version: 1, key: "k", panel: { metric: "disk", taskId: 9, cursor: 1e300, tables: ["x"] } },
    { version: 1, key: "k", panel: { sort: { key: "colour" }, hidden: [1, null], added: [{}] } },
  ];
  for (const kept of useless) {
    it(`is not believed: ${JSON.stringify(kept)}`, () => {
      assert.deepEqual(restoreState(kept, setup), first);
    });
  }

  it("of another subject restores the chosen time range, without zoom or history", () => {
    const day = chooseSpan(first, { kind: "last", hours: 24 });
    const kept = serializeState(setup, { ...zoomTo(day, { from: 10, to: 20 }), cursor: 15 });
    const span = { kind: "last", hours: 24 };
    const state = restoreState(kept, setupOf({ ...setup, key: "another" }));
    assert.deepEqual(state, { ...first, history: [{ span, base: span }] });
  });

  it("drops spans that are unavailable or invalid, and keeps the others", () => {
    const view = (span: object) => ({ span, base: span });
    const history = [
      view({ kind: "last", hours: 999 }),
      view({ kind: "between", from: 20, to: 10 }),
      view({ kind: "last", hours: 24, more: "ignored" }),
    ];
    const state = restoreState({ version: 1, key: "k", panel: { history, at: 7 } }, setup);
    const span = { kind: "last", hours: 24 };
    assert.deepEqual([state.history, state.at], [[{ span, base: span }], 0]);
  });
});
