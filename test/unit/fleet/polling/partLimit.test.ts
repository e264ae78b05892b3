import assert from "node:assert/strict";
import { PartLimit } from "../../../../src/fleet/polling/partLimit";

/** Sends requests to a server that takes `taken` nodes every `everyMs`. @returns the sizes of the requests. */
function ask(limit: PartLimit, taken: number, { from = 0, until = 0, everyMs = 1_000 }): number[] {
  const sizes: number[] = [];
  for (let now = from; now < until; now += everyMs) {
    const { nodes } = limit;
    sizes.push(nodes);
    if (nodes > taken) limit.refuse(nodes, false, now);
    else limit.recordSuccess(now);
  }
  return sizes;
}

describe("PartLimit", () => {
  it("halves until a server takes it", () => {
    assert.deepEqual(ask(new PartLimit(), 130, { until: 5_000 }), [1_000, 500, 250, 125, 125]);
  });

  it("tries ever more seldom what is refused again", () => {
    const limit = new PartLimit();
    const refused = (hour: number) =>
      ask(limit, 130, { from: hour * 3_600_000, until: (hour + 1) * 3_600_000 }).filter(
        (nodes) => nodes > 130,
      ).length;
    assert.ok(refused(0) <= 15);
    assert.ok(refused(1) <= 6);
  });

  it("forgets a refusal of everything soon after it", () => {
    const limit = new PartLimit();
    ask(limit, 130, { until: 3_600_000 });
    ask(limit, 0, { from: 3_600_000, until: 3_620_000 });
    assert.equal(limit.nodes, 1);
    const sizes = ask(limit, 1_000, { from: 3_620_000, until: 3_640_000 });
    assert.equal(sizes.at(-1), 1_000);
  });

  it("names nodes after a refusal of all while few are known, in place of requesting fewer", () => {
    const limit = new PartLimit();
    limit.refuse(2, true, 0);
    assert.deepEqual([limit.takesWhole, limit.nodes], [false, 1_000]);
    limit.recordSuccess(1_000);
    assert.equal(limit.takesWhole, false);
    limit.recordSuccess(2_000);
    assert.equal(limit.takesWhole, true);
  });

  it("halves the size of a large fleet that was refused as a whole", () => {
    const limit = new PartLimit();
    limit.refuse(300, true, 0);
    assert.equal(limit.nodes, 150);
  });
});
