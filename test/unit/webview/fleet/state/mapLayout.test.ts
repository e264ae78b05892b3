import assert from "node:assert/strict";
import fc from "fast-check";
import { layoutMap, mapMeasures } from "../../../../../webview/fleet/state/mapLayout";

const sizes = (...cells: readonly number[]) => cells.map((count) => ({ cells: count }));

describe("layoutMap", () => {
  it("gives 300 nodes the largest cells", () => {
    const layout = layoutMap(sizes(68, 38, 52, 28, 44, 11, 38, 8, 6, 7), {
      width: 906,
      height: 640,
    });
    assert.deepEqual(layout.cell, { width: 32, height: 24 });
    assert.equal(new Set(layout.groups.map(({ x }) => x)).size, 2);
  });

  it("fits 1,000 nodes on one screen", () => {
    const page = { width: 906, height: 640 };
    const layout = layoutMap(sizes(300, 250, 200, 150, 100), page);
    assert.ok(layout.height <= page.height, `${layout.height}`);
    assert.ok(layout.cell.width >= 20, `${layout.cell.width}`);
  });

  it("scrolls with the smallest cells when nothing fits", () => {
    const layout = layoutMap(sizes(10_000), { width: 480, height: 640 });
    assert.deepEqual(layout.cell, mapMeasures.smallest);
    assert.ok(layout.height > 640);
  });

  it("keeps groups in order, on the page, and apart", () => {
    const groups = fc.array(fc.record({ cells: fc.nat(400) }), { minLength: 1, maxLength: 30 });
    const pages = fc.record({ width: fc.integer({ min: 200, max: 3000 }), height: fc.nat(2000) });
    fc.assert(
      fc.property(groups, pages, (given, page) => {
        const { groups: placed, cell, height } = layoutMap(given, page);
        assert.equal(placed.length, given.length);
        placed.forEach((place, index) => {
          const { x, y, width, cellsPerRow } = place;
          assert.ok(x + width <= page.width + 0.001);
          const rowWidth = cellsPerRow * (cell.width + mapMeasures.gap) - mapMeasures.gap;
          assert.ok(cellsPerRow === 1 || rowWidth <= width);
          const before = placed[index - 1];
          if (before !== undefined) {
            assert.ok(x === before.x ? y > before.y : x > before.x && y === 0);
          }
          const rows = Math.ceil((given[index]?.cells ?? 0) / cellsPerRow);
          assert.ok(y + mapMeasures.headHeight + rows * cell.height <= height);
        });
      }),
    );
  });
});
