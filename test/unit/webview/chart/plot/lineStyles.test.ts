import assert from "node:assert/strict";
import { chartColors, lineStyles } from "../../../../../webview/chart/plot/lineStyles";

const colors = ["#1", "#2", "#3"];

describe("lineStyles", () => {
  it("are drawn through while there are colours", () => {
    assert.deepEqual(lineStyles(2, colors, false), [
      { color: "#1", dash: [] },
      { color: "#2", dash: [] },
    ]);
  });

  for (const highContrast of [false, true]) {
    for (const count of [1, 3, 7, 18]) {
      it(`all differ: ${count}${highContrast ? " in high contrast" : ""}`, () => {
        const styles = lineStyles(count, colors, highContrast).map((style) =>
          JSON.stringify(style),
        );
        assert.equal(new Set(styles).size, count);
      });
    }
  }

  it("differ for all of VS Code's colours in high contrast too", () => {
    const styles = lineStyles(36, chartColors, true).map((style) => JSON.stringify(style));
    assert.equal(new Set(styles).size, 36);
  });

  it("differ by their dashes alone in high contrast, while there are some", () => {
    const dashes = lineStyles(6, colors, true).map(({ dash }) => dash.join());
    assert.equal(new Set(dashes).size, 6);
  });

  it("leave out colours that a theme has not, or has twice", () => {
    const used = lineStyles(4, ["#1", "", "#1", "#2"], false);
    assert.deepEqual(
      used.map(({ color }) => color),
      ["#1", "#2", "#1", "#2"],
    );
    assert.notDeepEqual(used[2]?.dash, used[0]?.dash);
  });

  it("distinguish lines without colours, and are empty for no lines", () => {
    const [first, second] = lineStyles(2, [], false);
    assert.notDeepEqual(first, second);
    assert.deepEqual(lineStyles(0, colors, true), []);
  });
});
