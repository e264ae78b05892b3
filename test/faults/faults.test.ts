import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { fromProject } from "../host/paths";
import { faultGroups } from "./list";
import { FaultPool } from "./pool";
import { reliabilityPage } from "./reliabilityPage";
import { profileOf } from "./runFault";

const faults = faultGroups.flatMap((group) => group.faults);

describe("Fault", () => {
  const pool = new FaultPool();
  const outcomes = new Map<string, Promise<string | undefined>>();

  before(() => {
    // All at once, for they run side by side.
    faults.forEach(({ id }, index) =>
      outcomes.set(id, pool.run({ id, profile: profileOf(index) })),
    );
  });

  after(() => pool.dispose());

  for (const [index, { id, fault }] of faults.entries()) {
    it(`${id}: ${fault} (${profileOf(index)})`, async () => {
      const error = await outcomes.get(id);
      if (error !== undefined) assert.fail(error);
    });
  }
});

describe("docs/reliability.md", () => {
  it("has the faults that are tested, each by a name of its own", async () => {
    assert.equal(new Set(faults.map(({ id }) => id)).size, faults.length);
    const page = readFileSync(fromProject("docs/reliability.md"), "utf8");
    assert.equal(page, await reliabilityPage(faultGroups), "npm run reliability writes it");
  });
});
