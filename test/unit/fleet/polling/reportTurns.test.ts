import assert from "node:assert/strict";
import { ReportTurns } from "../../../../src/fleet/polling/reportTurns";
import { cacheMs } from "../../../../src/fleet/polling/statusCosts";

describe("ReportTurns", () => {
  it("replaces statuses where the server cannot keep up, until it clearly can", () => {
    const turns = new ReportTurns();
    turns.offer(true);
    const replaced = [0.9, 1.1, 0.9, 0.6, 0.5, 0.9].map((share) => {
      turns.setWork({ sight: 0, all: share * cacheMs });
      return turns.replaceStatuses("rest");
    });
    assert.deepEqual(replaced, [false, true, true, true, false, false]);
  });

  it("replaces none where there are no reports", () => {
    const turns = new ReportTurns();
    turns.setWork({ sight: cacheMs, all: cacheMs * 10 });
    assert.equal(turns.replaceStatuses("rest"), false);
  });
});
