import assert from "node:assert/strict";
import { hour, minute } from "../../../builders/history";
import { createHistoryStore, lastHours } from "../../../builders/historyStore";

describe("HistoryStore: extending a cached range", () => {
  it("requests only the rows from the last one on, which may have been incomplete", async () => {
    const { load, loads, state, timesOf } = createHistoryStore();
    await load(lastHours(1));
    state.now += 2 * minute;
    const times = await timesOf(load(lastHours(1)));
    assert.deepEqual(
      [loads[1]?.query.start, loads[1]?.query.end, loads[1]?.query.hours],
      [state.now - 2 * minute, undefined, undefined],
    );
    assert.deepEqual(times.slice(-2), [state.now - minute, state.now]);
    assert.equal(new Set(times).size, times.length);
    assert.equal(times[0], state.now - hour - minute);
  });

  it("requests a coarse range as a whole again, because rows of a short one are finer", async () => {
    const { load, loads, state, timesOf } = createHistoryStore({ step: 5 * minute });
    await load(lastHours(24));
    state.now += 5 * minute;
    const times = await timesOf(load(lastHours(24)));
    assert.equal(loads[1]?.query.hours, 24);
    assert.equal(times.length, 289);
  });

  it("requests the whole range when new rows have another step", async () => {
    const { load, loads, state, timesOf } = createHistoryStore();
    await load(lastHours(1));
    state.step = minute / 2;
    state.now += 2 * minute;
    const times = await timesOf(load(lastHours(1)));
    assert.deepEqual(
      loads.map(({ query }) => query.hours),
      [1, undefined, 1],
    );
    assert.equal(times.length, 121);
  });

  it("requests a range again if its last row was incomplete", async () => {
    const { load, loads, between, state } = createHistoryStore();
    await load(lastHours(4));
    const recent = between(-hour, -minute / 2);
    await load(recent);
    assert.equal(loads.length, 1, "a moment later it would be the same");
    state.now += minute;
    await load(recent);
    assert.equal(loads.length, 2);
    await load(recent);
    assert.equal(loads.length, 2);
  });

  it("requests a range again after a long time, because servers keep old records in coarser steps", async () => {
    const { load, loads, between, state } = createHistoryStore();
    const past = between(-2 * hour, -hour);
    await load(past);
    state.now += 9 * minute;
    await load(past);
    assert.equal(loads.length, 1);
    state.now += 2 * minute;
    await load(past);
    assert.equal(loads.length, 2);
  });

  it("requests the whole range when most of it is new", async () => {
    const { load, loads, state } = createHistoryStore();
    await load(lastHours(1));
    state.now += 40 * minute;
    await load(lastHours(1));
    assert.equal(loads[1]?.query.hours, 1);
  });

  it("adds pings task by task", async () => {
    const { store, server, state, pings } = createHistoryStore();
    const wanted = { uuid: "a", total: 2, window: lastHours(1) };
    await store.ping(server, wanted, {});
    state.now += 2 * minute;
    const { series } = await store.ping(server, wanted, {});
    assert.equal(pings.length, 2);
    for (const { times, values } of series) {
      assert.equal(times.at(-1), state.now);
      assert.equal(times.length, values.length);
      assert.equal(new Set(times).size, times.length);
    }
  });

  it("says which range the server's statistics cover, because they are not extended", async () => {
    const { store, server, state } = createHistoryStore();
    const wanted = { uuid: "a", total: 2, window: lastHours(1) };
    const { counted } = await store.ping(server, wanted, {});
    state.now += 2 * minute;
    assert.deepEqual((await store.ping(server, wanted, {})).counted, counted);
  });
});
