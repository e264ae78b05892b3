import assert from "node:assert/strict";
import { type HistoryProgress } from "../../../../src/fleet/history/sharedRequests";
import { hour, minute } from "../../../builders/history";
import { createHistoryStore, lastHours } from "../../../builders/historyStore";
import { settle } from "../../../builders/settle";

describe("HistoryStore: requests", () => {
  it("sends hours for relative ranges, so that the server's own clock applies", async () => {
    const { load, loads } = createHistoryStore();
    await load(lastHours(4));
    const { hours, start, end, uuid, maxCount } = loads[0]?.query ?? {};
    assert.deepEqual([hours, start, end, uuid], [4, undefined, undefined, "a"]);
    assert.ok(maxCount !== undefined && maxCount >= 10_000);
  });

  it("sends start and end for other ranges", async () => {
    const { load, between, loads, state } = createHistoryStore();
    await load(between(-3 * hour, -2 * hour));
    const { hours, start, end } = loads[0]?.query ?? {};
    assert.deepEqual([hours, start, end], [undefined, state.now - 3 * hour, state.now - 2 * hour]);
  });

  it("sends a request per node for a few of many nodes, at most four at a time", async () => {
    const { load, loads, state } = createHistoryStore();
    state.holding = true;
    const uuids = ["a", "b", "c", "d", "e", "f"];
    const response = load(lastHours(1), { uuids, total: 100, loadType: "cpu" });
    await settle();
    assert.equal(loads.length, 4);
    loads[0]?.answer();
    await settle();
    assert.equal(loads.length, 5);
    state.holding = false;
    for (const { answer: release } of loads) release();
    assert.deepEqual([...(await response).nodes.keys()].sort(), uuids);
  });

  it("sends one request for all nodes if that costs less", async () => {
    const { load, loads } = createHistoryStore();
    await load(lastHours(1), { uuids: ["a", "b", "c", "d"], total: 12, loadType: "cpu" });
    const [only, ...others] = loads;
    assert.deepEqual([only?.query.uuid, only?.query.loadType], [undefined, "cpu"]);
    assert.equal(others.length, 0);
  });

  it("marks a response as sampled when the server left rows out", async () => {
    const { load, store, server } = createHistoryStore({ step: 100 });
    assert.equal((await load(lastHours(1))).sampled, true);
    const request = { uuid: "a", total: 2, window: lastHours(1) };
    assert.equal((await store.ping(server, request, {})).sampled, false);
  });
});

describe("HistoryStore: cache", () => {
  it("returns a recent response without a request", async () => {
    const { load, loads, state, timesOf } = createHistoryStore();
    const first = await timesOf(load(lastHours(4)));
    state.now += 5_000;
    const again = load(lastHours(4));
    assert.deepEqual(await timesOf(again), first);
    assert.equal(loads.length, 1);
    assert.equal((await again).to, state.now - 5_000, "it is known up to then only");
  });

  it("returns a part of a cached range at the finest step without a request", async () => {
    const { load, loads, between, state, timesOf } = createHistoryStore();
    await load(lastHours(4));
    const times = await timesOf(load(between(-2 * hour, -hour)));
    assert.equal(loads.length, 1);
    const edges = [state.now - 2 * hour - minute, state.now - hour + minute];
    assert.deepEqual([times[0], times.at(-1)], edges, "a row on either side leads to the edges");
  });

  it("returns a shorter range from a cached longer one", async () => {
    const { load, loads, state, timesOf } = createHistoryStore();
    await load(lastHours(4));
    assert.equal((await timesOf(load(lastHours(1))))[0], state.now - hour - minute);
    assert.equal(loads.length, 1);
  });

  it("requests a part of a range that is cached in coarser steps only", async () => {
    const { load, loads, between } = createHistoryStore({ step: 5 * minute });
    await load(lastHours(24));
    for (let again = 0; again < 2; again++) await load(between(-2 * hour, -hour));
    assert.equal(loads.length, 2);
  });

  it("requests a part of a cached range that was sampled", async () => {
    const { load, loads, between } = createHistoryStore({ step: 100 });
    await load(lastHours(1));
    await load(between(-30 * minute, -20 * minute));
    assert.equal(loads.length, 2);
  });

  it("returns one metric of all nodes from a cached response for it or for all metrics", async () => {
    const { load, loads } = createHistoryStore();
    await load(lastHours(1), { uuids: ["a", "b", "c", "d"], total: 4, loadType: "cpu" });
    await load(lastHours(1), { uuids: ["b"], total: 4, loadType: "cpu" });
    assert.equal(loads.length, 1);
    await load(lastHours(1), { uuids: ["b"], total: 4, loadType: "all" });
    assert.equal(loads.length, 2);
    await load(lastHours(1), { uuids: ["b"], total: 4, loadType: "disk" });
    assert.equal(loads.length, 2);
  });

  it("evicts the least recently used range above its size limit", async () => {
    const { load, loads } = createHistoryStore({ bytes: 2_500 });
    await load(lastHours(1), { uuids: ["a"] });
    await load(lastHours(1), { uuids: ["b"] });
    await load(lastHours(1), { uuids: ["a"] });
    assert.equal(loads.length, 2);
    await load(lastHours(1), { uuids: ["c"] });
    await load(lastHours(1), { uuids: ["a"] });
    assert.equal(loads.length, 3);
    await load(lastHours(1), { uuids: ["b"] });
    assert.equal(loads.length, 4);
  });

  it("drops the records of removed servers only", async () => {
    const { load, loads, store, server } = createHistoryStore();
    await load(lastHours(1));
    store.keepOnly([server]);
    await load(lastHours(1));
    assert.equal(loads.length, 1);
    store.keepOnly([{ id: "https://other.example" }]);
    await load(lastHours(1));
    assert.equal(loads.length, 2);
  });
});

describe("HistoryStore: shared requests", () => {
  it("sends one request for two concurrent callers and reports progress to both", async () => {
    const { load, loads, state } = createHistoryStore();
    state.holding = true;
    const reported: (readonly [string, HistoryProgress])[] = [];
    const responses = ["first", "second"].map((name) =>
      load(lastHours(1), {}, { onProgress: (at: HistoryProgress) => reported.push([name, at]) }),
    );
    await settle();
    loads[0]?.options.onProgress({ rows: 7, expected: undefined });
    loads[0]?.answer();
    await Promise.all(responses);
    assert.equal(loads.length, 1);
    assert.deepEqual(
      reported.map(([name, { rows }]) => [name, rows]),
      [
        ["first", 7],
        ["second", 7],
      ],
    );
  });

  it("continues for the other caller when one cancels, and aborts when both have", async () => {
    const { load, loads, state } = createHistoryStore();
    state.holding = true;
    const controllers = [new AbortController(), new AbortController()] as const;
    const responses = controllers.map(({ signal }) => load(lastHours(1), {}, { signal }));
    const outcomes = Promise.allSettled(responses);
    await settle();
    controllers[0].abort();
    assert.equal(loads[0]?.options.signal.aborted, false);
    controllers[1].abort();
    assert.equal(loads[0].options.signal.aborted, true);
    assert.deepEqual(
      (await outcomes).map(({ status }) => status),
      ["rejected", "rejected"],
    );
  });

  it("sends a new request after all callers have canceled", async () => {
    const { load, loads, state } = createHistoryStore();
    state.holding = true;
    const controller = new AbortController();
    const given = load(lastHours(1), {}, { signal: controller.signal });
    await settle();
    controller.abort();
    await assert.rejects(given);
    state.holding = false;
    await load(lastHours(1));
    assert.equal(loads.length, 2);
  });

  it("sends no request for a caller that has canceled before", async () => {
    const { load, loads } = createHistoryStore();
    await assert.rejects(load(lastHours(1), {}, { signal: AbortSignal.abort() }));
    assert.equal(loads.length, 0);
  });

  it("rejects with the server's error and sends a request the next time", async () => {
    const { load, loads, state } = createHistoryStore();
    state.holding = true;
    const response = load(lastHours(1));
    await settle();
    loads[0]?.fail(new Error("HTTP 500"));
    await assert.rejects(response, /HTTP 500/);
    state.holding = false;
    await load(lastHours(1));
    assert.equal(loads.length, 2);
  });
});
