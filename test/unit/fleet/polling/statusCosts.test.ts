import assert from "node:assert/strict";
import { cacheMs, StatusCosts, targetMs } from "../../../../src/fleet/polling/statusCosts";

const start = Date.UTC(2026, 0, 1);

function uuids(from: number, to: number): string[] {
  return Array.from({ length: to - from }, (_, index) => `n${from + index}`);
}

const fleet = uuids(0, 2_000);

function createCosts(isFromMetrics = true) {
  const costs = new StatusCosts();
  costs.presume(isFromMetrics);
  costs.learnLatency(0);
  const size = (now: number, nodes = fleet) => costs.fit("rest", nodes, now, 1_000).length;
  return { costs, size };
}

describe("StatusCosts", () => {
  it("begins with few nodes, with fewer where pings are worked out from metrics", () => {
    assert.equal(createCosts(true).size(start), 25);
    assert.equal(createCosts(false).size(start), 200);
    assert.equal(
      new StatusCosts().fit("rest", fleet, start, 1_000).length,
      25,
      "before anything is known",
    );
  });

  it("learns nothing from a request while no node is known", () => {
    const { costs, size } = createCosts();
    costs.learn([], start, 20);
    costs.learn(fleet.slice(0, 25), start, 1_000);
    assert.deepEqual([costs.coldMs, size(start + cacheMs * 2)], [40, 25]);
  });

  it("grows fast while the server is quick", () => {
    const { costs, size } = createCosts();
    const sizes: number[] = [];
    for (let now = start; sizes.at(-1) !== 1_000; now += cacheMs * 2) {
      sizes.push(size(now));
      costs.learn(fleet.slice(0, size(now)), now, 1);
    }
    assert.deepEqual(sizes, [25, 100, 400, 1_000]);
  });

  it("comes to what takes about a second, from above and from below", () => {
    for (const ms of [20, 47, 141]) {
      const { costs, size } = createCosts();
      let now = start;
      for (let part = 0; part < 20; part++) {
        const requested = fleet.slice(0, size(now));
        costs.learn(requested, now, requested.length * ms);
        now += cacheMs * 2;
      }
      const expected = targetMs / ms;
      assert.ok(
        Math.abs(size(now) - expected) <= expected * 0.25,
        `${size(now)} nodes of ${ms} ms`,
      );
    }
  });

  it("is careful once the server was slow", () => {
    const { costs, size } = createCosts();
    costs.learn(fleet.slice(0, 25), start, 5_000);
    const before = size(start + cacheMs);
    costs.learn(fleet.slice(0, before), start + cacheMs * 2, 1);
    assert.ok(size(start + cacheMs * 4) <= Math.ceil(before * 1.25));
  });

  it("knows what the server has worked out lately", () => {
    const { costs, size } = createCosts();
    const some = fleet.slice(0, 200);
    for (let at = 0; at < 200; at += 25) costs.learn(some.slice(at, at + 25), start, 1_000);
    const until = start + cacheMs - 5_000;
    assert.equal(size(until - 1, some), 200, "cheap while the server keeps it");
    assert.equal(size(until, some), 25, "and perhaps worked out again after that");
  });

  it("does not take nodes for quick that the server may still have had", () => {
    const { costs, size } = createCosts();
    const seen = fleet.slice(0, 25);
    costs.learn(seen, start, 5_000);
    const slow = size(start, fleet.slice(25));
    // The server has forgotten one after the other, and worked out few at a time.
    for (let ms = cacheMs - 4_000; ms < cacheMs + 5_000; ms += 2_000) {
      costs.learn(seen, start + ms, 400);
    }
    assert.equal(size(start + cacheMs, fleet.slice(25)), slow);
  });

  it("knows when the server has worked out nodes that it may still have had", () => {
    const { costs, size } = createCosts();
    const seen = fleet.slice(0, 25);
    costs.learn(seen, start, 1_000);
    costs.learn(seen, start + cacheMs, 1_000);
    assert.equal(size(start + cacheMs * 2 - 5_001, seen), 25, "warm");
    assert.ok(costs.of("n0", start + cacheMs * 2 - 5_001) < costs.coldMs);
    assert.equal(costs.of("n0", start + cacheMs * 2 - 5_000), costs.coldMs);
  });

  it("does not take the cost of cheap responses for that of others", () => {
    const { costs, size } = createCosts();
    const seen = fleet.slice(0, 25);
    costs.learn(seen, start, 1_000);
    for (let now = start; now < start + 50_000; now += 2_000) costs.learn(seen, now, 5);
    assert.equal(size(start + 50_000, fleet.slice(25)), 25);
  });

  it("takes the way there and back for no work of the server", () => {
    const costs = new StatusCosts();
    costs.presume(true);
    costs.learnLatency(300);
    costs.learn(fleet.slice(0, 25), start, 300);
    assert.equal(costs.fit("rest", fleet, start + cacheMs * 2, 1_000).length, 100);
  });

  it("requests five nodes at least", () => {
    const { costs, size } = createCosts();
    for (let part = 0; part < 10; part++) {
      costs.learn(fleet.slice(0, 10), start + part * cacheMs * 2, 100_000);
    }
    assert.equal(size(start + cacheMs * 30), 5);
    assert.equal(costs.fit("rest", fleet, start, 3).length, 3, "by default");
  });

  it("forgets nodes that are gone", () => {
    const { costs } = createCosts();
    costs.learn(["a"], start, 500);
    const cold = costs.of("b", start + 1);
    assert.ok(costs.of("a", start + 1) < cold);
    costs.keepOnly(new Set(["b"]));
    assert.equal(costs.of("a", start + 1), cold);
  });
});
