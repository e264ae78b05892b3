import assert from "node:assert/strict";
import { createTimes } from "../../../../../src/shared/times";
import { oldValuesText } from "../../../../../webview/chart/state/oldValues";
import { buildLine, regular } from "../data/encoded";

describe("the time of values that are no longer true", () => {
  const minute = 60_000;
  const noon = Date.UTC(2026, 10, 22, 12);
  const times = createTimes("en-GB", "utc");
  const line = buildLine(regular(noon, minute, 60), [...regular(0, 1, 58), NaN, NaN]);
  const text = (minutes: number, isOld = false, lines = [line]) =>
    oldValuesText(lines, { from: noon, to: noon + minutes * minute }, isOld, times);

  it("is not said while values are new", () => assert.equal(text(59), ""));

  it("is that of the last known value, after a while without", () => {
    assert.equal(text(61), "at 12:57");
  });

  it("is said at once where nothing newer can be had", () => {
    assert.equal(text(57, true), "at 12:57:00");
    assert.equal(text(61, true), "at 12:57");
  });

  it("has its day if that is another one", () => {
    assert.equal(text(24 * 60), "at 22 Nov 2026, 12:57 UTC");
  });

  it("is that of the newest line", () => {
    const newer = buildLine(regular(noon, minute, 62), regular(0, 1, 62));
    assert.equal(text(61, false, [line, newer]), "");
  });

  it("is not said of nothing", () => {
    assert.equal(text(61, true, []), "");
    assert.equal(text(61, true, [buildLine([noon], [NaN])]), "");
  });
});
