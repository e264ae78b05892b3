import assert from "node:assert/strict";
import { PanelData } from "../../../../../webview/chart/ui/panelFeed";
import { chartData } from "../data/encoded";

const hour = 3_600_000;

describe("PanelData: the server's clock", () => {
  const realNow = Date.now;
  afterEach(() => {
    Date.now = realNow;
  });

  for (const aheadMs of [-24 * hour, -2 * hour, 2 * hour, 24 * hour]) {
    it(`is ${aheadMs / hour} h from ours once data have come, of whatever range`, () => {
      const data = new PanelData();
      const now = Date.now() + aheadMs;
      data.set({ ...chartData([], now - 9 * hour, now - 8 * hour), now });
      assert.ok(Math.abs(data.clock.now() - now) < hour / 60);
      const later = now + hour;
      data.append({ query: 1, now: later, from: now - 9 * hour, to: now - 8 * hour, series: [] });
      assert.ok(Math.abs(data.clock.now() - later) < hour / 60);
    });

    it(`stays as it was when ours is set by ${aheadMs / hour} h`, () => {
      const data = new PanelData();
      const now = Date.UTC(2026, 0, 1, 12);
      data.set({ ...chartData([], now - hour, now), now });
      Date.now = () => realNow() + aheadMs;
      assert.ok(Math.abs(data.clock.now() - now) < hour / 60);
    });
  }

  it("is kept when no server is there any more", () => {
    const data = new PanelData();
    const now = Date.UTC(2026, 0, 1, 12);
    data.set({ ...chartData([], now - hour, now), now });
    data.set({ ...chartData([], now - hour, now + hour), now: undefined });
    assert.ok(Math.abs(data.clock.now() - now) < hour / 60);
  });
});
