import assert from "node:assert/strict";
import { pan, select, zoomAround } from "../../../../../webview/chart/state/zoom";

const minRangeMs = 10_000;

const limits = { earliest: 0, latest: 1_000_000 };
const range = { from: 200_000, to: 600_000 };

describe("zooming", () => {
  it("leaves the time under the pointer where it is", () => {
    for (const at of [200_000, 300_000, 600_000]) {
      const zoomed = zoomAround(range, at, 0.5, limits);
      assert.equal(zoomed.to - zoomed.from, 200_000);
      const [before, after] = [(at - range.from) / 400_000, (at - zoomed.from) / 200_000];
      assert.equal(after, before);
    }
  });

  const cases = [
    ["out past the end moves to earlier times", zoomAround(range, 200_000, 2.2, limits), 120_000],
    ["out past both ends shows all there is", zoomAround(range, 400_000, 9, limits), 0],
  ] as const;
  for (const [name, zoomed, from] of cases) {
    it(name, () => assert.deepEqual(zoomed, { from, to: 1_000_000 }));
  }

  it("in ends where nothing more could be seen", () => {
    const { from, to } = zoomAround(range, 300_000, 1e-9, limits);
    assert.equal(to - from, minRangeMs);
  });

  it("out goes on into the unknown where it is not known what is kept", () => {
    const zoomed = zoomAround(range, 400_000, 4, { earliest: undefined, latest: 1_000_000 });
    assert.deepEqual(zoomed, { from: -600_000, to: 1_000_000 });
  });
});

describe("panning", () => {
  const cases = [
    [-100_000, { from: 100_000, to: 500_000 }],
    [-900_000, { from: 0, to: 400_000 }],
    [900_000, { from: 600_000, to: 1_000_000 }],
  ] as const;
  for (const [by, expected] of cases) {
    it(`by ${by} keeps the width and stays within what there is`, () => {
      assert.deepEqual(pan(range, by, limits), expected);
    });
  }
});

describe("selecting", () => {
  it("takes what was dragged over", () => {
    assert.deepEqual(select({ from: 300_000.4, to: 400_000.6 }, limits), {
      from: 300_000,
      to: 400_001,
    });
  });

  it("widens what is too short to show anything", () => {
    const { from, to } = select({ from: 300_000, to: 300_002 }, limits);
    assert.equal(to - from, minRangeMs);
    assert.ok(from < 300_000 && to > 300_002);
  });
});
