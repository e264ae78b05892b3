import assert from "node:assert/strict";
import { ReportSchedule } from "../../../../src/fleet/polling/reportSchedule";
import { cacheMs } from "../../../../src/fleet/polling/statusCosts";

describe("ReportSchedule", () => {
  it("replaces statuses where the server cannot keep up, until it clearly can", () => {
    const turns = new ReportSchedule();
    turns.setAvailable(true);
    const replaced = [0.9, 1.1, 0.9, 0.6, 0.5, 0.9].map((share) => {
      turns.setWork({ visible: 0, all: share * cacheMs });
      return turns.replaceStatuses("rest");
    });
    assert.deepEqual(replaced, [false, true, true, true, false, false]);
  });

  it("replaces none where there are no reports", () => {
    const turns = new ReportSchedule();
    turns.setWork({ visible: cacheMs, all: cacheMs * 10 });
    assert.equal(turns.replaceStatuses("rest"), false);
  });
});
