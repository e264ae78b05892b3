import assert from "node:assert/strict";
import { LearnedTasks } from "../../../../../src/features/charts/model/pingTasks";
import { subjectOf } from "../../../../../src/features/common/chartSubject";
import { HistoryStore } from "../../../../../src/fleet/history/historyStore";
import { RpcLocalError } from "../../../../../src/rpc/errors";
import { silentLogger } from "../../../../../src/util/logger";
import { createChartHarness, getRecords, home } from "../../../../builders/chartHarness";
import { settle } from "../../../../builders/settle";

const both = ["a", "b"].map((uuid) => ({ serverId: home, uuid }));

async function setUp(chosen = both) {
  const { fleet, server, connect, report, advance } = createChartHarness();
  const subject = subjectOf("Group", chosen);
  assert.ok(subject);
  let learned = 0;
  const tasks = new LearnedTasks({
    subject,
    history: new HistoryStore(),
    logger: silentLogger,
    serverOf: (id) => fleet.get(id),
    onLearned: () => (learned += 1),
  });
  const requested: Readonly<Record<string, unknown>>[] = [];
  const answer = server.answers.get(getRecords);
  server.answers.set(getRecords, (params) => {
    requested.push(params as Readonly<Record<string, unknown>>);
    return answer?.(params);
  });
  const learn = async () => {
    tasks.learn();
    await settle();
  };
  await connect();
  return { tasks, server, report, advance, learn, requested, learned: () => learned };
}

describe("LearnedTasks", () => {
  it("are requested from the records once if the reports have none", async () => {
    const { tasks, learn, requested, learned } = await setUp();
    assert.deepEqual(tasks.known, []);
    await learn();
    await learn();
    assert.deepEqual(tasks.known, [{ id: 1, name: "Lan", serverId: home, taskId: 1 }]);
    assert.equal(learned(), 1);
    const [first, ...others] = requested;
    assert.deepEqual([first?.type, first?.uuid, first?.hours], ["ping", "a", 1]);
    assert.deepEqual(others, []);
  });

  it("are requested for a node that is online", async () => {
    const { report, advance, learn, requested } = await setUp();
    report({ a: { online: false } });
    await advance(2_000);
    await learn();
    assert.deepEqual(
      requested.map(({ uuid }) => uuid),
      ["b"],
    );
  });

  it("need no records if reports have them", async () => {
    const { tasks, report, advance, learn, requested } = await setUp();
    report({ b: { ping: { "4": { name: "Wan", latest: 1, avg: 1, loss: 0, min: 1, max: 1 } } } });
    await advance(2_000);
    await learn();
    assert.deepEqual(requested, []);
    assert.deepEqual(
      tasks.known.map(({ name }) => name),
      ["Wan"],
    );
  });

  it("are not requested in a panel of one node", async () => {
    const { tasks, learn, requested } = await setUp(both.slice(0, 1));
    await learn();
    assert.deepEqual([requested, tasks.known], [[], []]);
  });

  it("are not requested again after a failure until the server reconnects", async () => {
    const { tasks, server, learn } = await setUp();
    server.failing.set(getRecords, new RpcLocalError("timeout", ""));
    await learn();
    await learn();
    assert.equal(server.count(getRecords), 1);
    server.failing.delete(getRecords);
    server.lose();
    await settle();
    await learn();
    server.connect();
    await settle();
    await settle();
    await learn();
    assert.equal(tasks.known.length, 1);
  });

  it("change nothing once the panel is closed", async () => {
    const { tasks, server, learn, learned } = await setUp();
    server.holding.add(getRecords);
    await learn();
    assert.equal(server.count(getRecords), 1);
    tasks.dispose();
    server.release();
    await settle();
    assert.equal(learned(), 0);
  });
});
