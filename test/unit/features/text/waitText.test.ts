import assert from "node:assert/strict";
import { waitText } from "../../../../src/features/text/waitText";

const [second, minute, hour, day] = [1000, 60_000, 3_600_000, 86_400_000];

describe("waitText", () => {
  const texts: readonly (readonly [number, string])[] = [
    [0, "0 s"],
    [1.5 * second, "2 s"],
    [2 * minute, "120 s"],
    [2 * minute + 1, "3 min"],
    [2 * hour, "120 min"],
    [3 * day, "72 h"],
    [3 * day + 1, "4 d"],
    [365 * day, "365 d"],
  ];
  for (const [ms, text] of texts) it(`says ${text}`, () => assert.equal(waitText(ms), text));
});
