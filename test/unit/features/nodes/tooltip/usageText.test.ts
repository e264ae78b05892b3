import assert from "node:assert/strict";
import { usageBar } from "../../../../../src/features/nodes/tooltip/usageText";

/** The number of blank cells of each background. */
function cells(percent: number, warning = false): Readonly<Record<string, number>> {
  const spans = usageBar(percent, warning).matchAll(/--vscode-([\w-]+)\);">(\u00a0+)</g);
  return Object.fromEntries(
    Array.from(spans, ([, color = "", blank = ""]) => [color, blank.length]),
  );
}

describe("usageBar", () => {
  it("has 24 cells whatever the value", () => {
    for (const percent of [-5, 0, 0.1, 50, 99.9, 100, 250]) {
      const length = Object.values(cells(percent)).reduce((sum, count) => sum + count, 0);
      assert.equal(length, 24, String(percent));
    }
  });

  it("fills its share, at least one cell for more than nothing and none for nothing", () => {
    assert.equal(cells(50).descriptionForeground, 12);
    assert.equal(cells(0.1).descriptionForeground, 1);
    assert.equal(cells(99.9).descriptionForeground, 23, "full only where all is used");
    assert.equal(cells(250).descriptionForeground, 24);
    assert.equal(cells(0).descriptionForeground, undefined);
  });

  it("is yellow for trouble", () => {
    assert.deepEqual(cells(50, true), { "charts-yellow": 12, "scrollbarSlider-background": 12 });
  });

  it("holds nothing that a screen reader would spell out", () => {
    assert.equal(
      usageBar(37, false)
        .replace(/<[^>]*>/g, "")
        .trim(),
      "",
    );
  });

  it("has the style that VS Code lets through", () => {
    for (const [, style = ""] of usageBar(37, true).matchAll(/style="([^"]*)"/g)) {
      assert.match(style, /^background-color:var\(--vscode(-[a-zA-Z0-9]+)+\);$/);
    }
  });
});
