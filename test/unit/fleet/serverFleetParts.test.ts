import assert from "node:assert/strict";
import { createLargeFleet } from "../../builders/costlyStatuses";
import { getNodes, pollIntervals } from "../../builders/serverFleet";
import { settle } from "../../builders/settle";

describe("ServerFleet: a large fleet on a slow server", () => {
  it("shows its nodes at once and its statuses part by part, as fast as the server gives them", async () => {
    const { fleet, load, parts, run, begin } = createLargeFleet();
    await begin();
    assert.deepEqual([fleet.counts().waiting, fleet.counts().total], [300, 300]);
    await run(2_200);
    const { online, waiting } = fleet.counts();
    assert.ok(online >= 25 && waiting > 0, `${online} online, ${waiting} waiting`);
    await run(11_500);
    assert.equal(fleet.counts().online, 300, "300 x 40 ms, and what the requests take");
    assert.equal(load.maxInFlight, 1);
    assert.ok(parts.every(({ uuids }) => uuids !== undefined && uuids.length <= 50));
    const requested = parts.flatMap(({ uuids }) => uuids ?? []);
    assert.equal(new Set(requested).size, 300);
  });

  it("stays live for ten minutes without a problem, and leaves the server room", async () => {
    const { fleet, load, run, begin } = createLargeFleet({ count: 1_000, coldMs: 141 });
    fleet.setVisibleNodes("rows", new Set(["n00100", "n00101"]));
    await begin();
    for (let second = 0; second < 600; second += 10) {
      await run(10_000);
      const { online, waiting, stale } = fleet.counts();
      assert.deepEqual([online + waiting, stale], [1_000, 0], `after ${second} s`);
      assert.deepEqual([fleet.problem, fleet.slow], [undefined, false]);
      assert.ok(second < 150 || waiting === 0, `${waiting} waiting after ${second} s`);
    }
    const before = load.busyMs;
    await run(300_000);
    assert.ok(load.busyMs - before < 300_000 * 0.45, `busy for ${load.busyMs - before} ms`);
  });

  it("renews what is on screen soon after the server has forgotten it", async () => {
    const { fleet, names, run, begin, parts } = createLargeFleet({ count: 500, coldMs: 141 });
    const seen = new Set(names.slice(100, 150));
    fleet.setVisibleNodes("rows", seen);
    await begin();
    await run(200_000);
    parts.splice(0);
    await run(120_000);
    for (const uuid of seen) {
      const times = parts.flatMap((part) => (part.uuids?.includes(uuid) ? [part.at] : []));
      const gaps = times.slice(1).map((at, index) => at - (times[index] ?? 0));
      assert.ok(Math.max(...gaps) <= 16_000, gaps.join(" "));
    }
  });

  it("polls nodes on screen first and most often", async () => {
    const { fleet, parts, run, begin } = createLargeFleet();
    const seen = ["n00200", "n00201"];
    fleet.setVisibleNodes("rows", new Set(seen));
    await begin();
    assert.deepEqual(parts[0]?.uuids, seen);
    await run(30_000);
    const times = parts.flatMap(({ uuids, at }) => (uuids?.includes("n00200") ? [at] : []));
    const gaps = times.slice(1).map((at, index) => at - (times[index] ?? 0));
    assert.ok(times.length >= 10 && Math.max(...gaps) <= 3_500, gaps.join(" "));
  });

  it("reports changes only for the nodes of the part", async () => {
    const { fleet, run, begin, changes } = createLargeFleet();
    await begin();
    changes.splice(0);
    await run(1_100);
    const [change] = changes;
    assert.ok(change?.kind === "nodes" && change.presence && !change.structure);
    assert.equal(change.uuids.size, 25);
    assert.equal(fleet.counts().online, 25);
  });

  it("reads the nodes while a part is under way", async () => {
    const { fleet, server, run, begin, load } = createLargeFleet();
    await begin();
    await run(500);
    server.requested.splice(0);
    fleet.refresh();
    await run(100);
    assert.deepEqual(server.requested, [getNodes]);
    assert.equal(load.inFlight, 1);
  });

  it("continues with the missing nodes after a reconnection in between", async () => {
    const { fleet, server, parts, run, begin } = createLargeFleet();
    await begin();
    await run(5_000);
    const requested = new Set(parts.flatMap(({ uuids }) => uuids ?? []));
    parts.splice(0);
    server.lose();
    await run(1_000);
    assert.ok(fleet.counts().online >= 75, "a blink");
    server.connect();
    await settle();
    await run(200);
    assert.ok(parts[0]?.uuids?.every((uuid) => !requested.has(uuid)));
    await run(12_000);
    assert.equal(fleet.counts().online, 300);
  });

  it("forgets nodes removed in between, and requests added ones", async () => {
    const { fleet, server, parts, names, run, begin } = createLargeFleet();
    await begin();
    await run(3_000);
    const others = Object.entries(server.nodes).filter(([uuid]) => uuid !== "n00299");
    server.nodes = {
      ...Object.fromEntries(others),
      zz: { uuid: "zz", name: "zz", os: "Debian", weight: 0 },
    };
    fleet.refresh();
    await run(300);
    parts.splice(0);
    await run(14_000);
    const requested = new Set(parts.flatMap(({ uuids }) => uuids ?? []));
    assert.equal(requested.has("n00299"), false);
    assert.equal(requested.has("zz"), true);
    assert.equal(fleet.presence("n00299"), undefined);
    assert.equal(fleet.counts().total, names.length);
  });

  it("can be disposed in between", async () => {
    const { clock, fleet, server, run, begin, changes } = createLargeFleet();
    await begin();
    await run(500);
    fleet.dispose();
    changes.splice(0);
    server.requested.splice(0);
    await run(5_000);
    assert.deepEqual([server.requested, changes, clock.pending], [[], [], 0]);
  });

  it("requests nothing while paused, and continues with what is due", async () => {
    const { fleet, run, begin, parts } = createLargeFleet({ coldMs: 1 });
    await begin();
    await run(3_000);
    fleet.configure({ attention: "paused", intervals: pollIntervals });
    parts.splice(0);
    await run(120_000);
    assert.deepEqual([parts.length, fleet.counts().stale], [0, 300]);
    fleet.configure({ attention: "visible", intervals: pollIntervals });
    await run(3_000);
    assert.equal(fleet.counts().online, 300);
  });
});

describe("ServerFleet: a quick server", () => {
  it("sends one request per interval for a fleet of a hundred nodes", async () => {
    const { parts, run, begin, load } = createLargeFleet({ count: 100, coldMs: 0.1 });
    await begin();
    await run(2_000);
    parts.splice(0);
    await run(60_000);
    assert.equal(parts.length, 30);
    assert.ok(parts.every(({ params }) => params === undefined));
    assert.equal(load.maxInFlight, 1);
  });

  it("polls all nodes of a large fleet every thirty seconds, and those on screen in between", async () => {
    const { fleet, parts, run, begin } = createLargeFleet({ count: 1_000, coldMs: 0.1 });
    const seen = Array.from({ length: 50 }, (_, index) => `n${`${index}`.padStart(5, "0")}`);
    fleet.setVisibleNodes("rows", new Set(seen));
    await begin();
    await run(10_000);
    parts.splice(0);
    await run(60_000);
    const whole = parts.filter(({ uuids }) => uuids === undefined).length;
    assert.equal(whole, 2);
    assert.ok(parts.every(({ uuids }) => uuids === undefined || uuids.length <= 50));
    assert.ok(parts.length <= 31, `${parts.length} requests in a minute`);
  });

  it("finds a node that reports before it is listed", async () => {
    const { fleet, server, run, begin } = createLargeFleet({ count: 20, coldMs: 0.1 });
    await begin();
    await run(2_000);
    server.nodes = { ...server.nodes, zz: { uuid: "zz", name: "zz" } };
    server.statuses = { ...server.statuses, zz: { client: "zz", online: true } };
    await run(2_500);
    assert.equal(fleet.presence("zz"), "online");
  });
});
