import assert from "node:assert/strict";
import { createMoodyFleet, getReports, goodMood } from "../../builders/moodyServer";
import { getStatuses } from "../../builders/serverFleet";

describe("ServerFleet: a server that changes", () => {
  it("finds nodes online that come to an empty fleet", async () => {
    const { fleet, setNodes, run } = createMoodyFleet(0, []);
    fleet.start();
    await run(10_000);
    setNodes(3);
    fleet.refresh();
    await run(10_000);
    assert.equal(fleet.counts().online, 3);
  });

  it("requests statuses where reports are refused", async () => {
    const { fleet, server, setMood, run } = createMoodyFleet(300, [
      "public:queryMetrics",
      getReports,
    ]);
    setMood({ ...goodMood, coldMs: 141, reports: "refuses" });
    fleet.start();
    await run(60_000);
    assert.equal(fleet.counts().online, 300);
    assert.ok(server.count(getReports) <= 64);
  });

  it("requests all nodes at once again soon after anything was refused for a while", async () => {
    const { fleet, server, setMood, run } = createMoodyFleet(100, []);
    fleet.start();
    await run(30_000);
    setMood({ ...goodMood, statuses: "refuses" });
    await run(120_000);
    setMood(goodMood);
    await run(60_000);
    server.requested.splice(0);
    await run(60_000);
    assert.equal(server.count(getStatuses), 30);
  });

  it("goes on at its pace after the computer slept while a request was under way", async () => {
    const { fleet, clock, server, setMood, run } = createMoodyFleet(100, []);
    setMood({ ...goodMood, coldMs: 40 });
    fleet.start();
    await run(500);
    assert.equal(fleet.counts().waiting, 100, "the first part is under way");
    clock.sleep(3_600_000);
    await run(120_000);
    server.requested.splice(0);
    await run(60_000);
    assert.ok(
      server.count(getStatuses) >= 20,
      `requested ${server.count(getStatuses)} times in a minute`,
    );
  });

  it("renews nodes off screen though the computer's clock is set back", async () => {
    const { fleet, clock, run } = createMoodyFleet(300, []);
    fleet.setVisibleNodes("rows", new Set(["n00000"]));
    fleet.start();
    await run(60_000);
    const before = fleet.status("n00200")?.time;
    clock.setWallClock(-3_600_000);
    await run(60_000);
    assert.notEqual(fleet.status("n00200")?.time, before);
  });
});
