import assert from "node:assert/strict";
import { marksText } from "../../../../../webview/chart/state/marksShown";

describe("marks in the charts", () => {
  const text = (restarts: readonly number[], offline: readonly [number, number][]) =>
    marksText(
      { restarts: () => restarts, offline: () => offline.map(([from, to]) => ({ from, to })) },
      { from: 10, to: 20 },
    );

  it("are explained where there are some", () => {
    assert.equal(text([15], []), "dashed line: restart");
    assert.equal(text([], [[5, 11]]), "shaded: offline");
    assert.equal(text([15], [[12, 13]]), "dashed line: restart; shaded: offline");
  });

  it("are not where they cannot be seen", () => assert.equal(text([5, 25], [[5, 9]]), ""));
});
