import assert from "node:assert/strict";
import {
  compareTroubles,
  isExpiring,
  isHot,
  thresholdKeys,
} from "../../../../src/shared/nodes/trouble";
import { buildTrouble } from "../../../builders/nodeState";

describe("compareTroubles", () => {
  it("puts use first, then quota, loss and expiry, however bad these are", () => {
    const sorted = [
      buildTrouble("expiry", -30),
      buildTrouble("loss", 100, 20),
      buildTrouble("quota", 900),
      buildTrouble("disk", 90),
    ].sort(compareTroubles);
    assert.deepEqual(
      sorted.map(({ kind }) => kind),
      ["disk", "quota", "loss", "expiry"],
    );
  });

  it("puts first what exceeds its threshold most, whatever the unit", () => {
    const sorted = [
      buildTrouble("memory", 94, 90),
      buildTrouble("load", 4, 2),
      buildTrouble("disk", 97, 90),
      buildTrouble("ping", 330, 300),
    ].sort(compareTroubles);
    assert.deepEqual(
      sorted.map(({ kind }) => kind),
      ["load", "ping", "disk", "memory"],
    );
  });

  it("puts first what expires sooner", () => {
    const days = [3, -2, 7].map((value) => buildTrouble("expiry", value));
    assert.deepEqual(
      days.sort(compareTroubles).map(({ value }) => value),
      [-2, 3, 7],
    );
  });
});

describe("isHot", () => {
  it("is every threshold but that of expiry", () => {
    for (const key of thresholdKeys) {
      const troubles = [buildTrouble(key)];
      assert.deepEqual(
        [isHot(troubles), isExpiring(troubles)],
        [key !== "expiry", key === "expiry"],
      );
    }
    assert.deepEqual([isHot([]), isExpiring([])], [false, false]);
  });
});
