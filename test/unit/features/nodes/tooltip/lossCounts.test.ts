import assert from "node:assert/strict";
import {
  type CountingServer,
  lossKey,
  LossCounts,
} from "../../../../../src/features/nodes/tooltip/lossCounts";
import { type PingTaskStats } from "../../../../../src/komari/model/model";
import { FakeClock } from "../../../../builders/fakeClock";
import { buildIdentity } from "../../../../builders/identity";
import { settle } from "../../../../builders/settle";

const counted = { taskId: 1, loss: 20, total: 720 } as PingTaskStats;

function createServer(methods: readonly string[] = ["public:getPingMetricStats"]) {
  const requested: string[] = [];
  const pending: ((tasks: readonly PingTaskStats[]) => void)[] = [];
  const failing: ((error: Error) => void)[] = [];
  const server: CountingServer = {
    id: "https://one.example",
    session: {
      state: {
        kind: "ready",
        transport: "http",
        warning: undefined,
        identity: buildIdentity({ methods: new Set(methods) }),
      },
      api: {
        pingStats: ({ uuid = "" }) => {
          requested.push(uuid);
          return new Promise((resolve, reject) => {
            pending.push(resolve);
            failing.push(reject);
          });
        },
      },
    },
  };
  const clock = new FakeClock();
  const counts = new LossCounts(clock);
  const of = (uuid: string, token = { isCancellationRequested: false }) => {
    return counts.get(server, uuid, token);
  };
  const rest = async (ms = 250) => {
    await settle();
    clock.advance(ms);
    await settle();
  };
  return { requested, pending, failing, clock, of, rest };
}

describe("LossCounts", () => {
  it("requests statistics when the pointer rests on a row, once a minute per node", async () => {
    const { requested, pending, clock, of, rest } = createServer();
    const first = of("a");
    await rest(249);
    assert.deepEqual(requested, []);
    await rest(1);
    pending[0]?.([counted]);
    assert.deepEqual((await first)?.get(lossKey({ taskId: 1 })), { loss: 20, total: 720 });
    await of("a");
    assert.deepEqual(requested, ["a"]);
    assert.equal(clock.pending, 0);
    clock.advance(60_000);
    void of("a");
    await rest();
    assert.deepEqual(requested, ["a", "a"]);
  });

  it("requests nothing for rows that the pointer passes over", async () => {
    const { requested, of, rest } = createServer();
    const token = { isCancellationRequested: false };
    const passed = of("a", token);
    await rest(100);
    token.isCancellationRequested = true;
    await rest();
    assert.equal(await passed, undefined);
    assert.deepEqual(requested, []);
  });

  it("requests one node at a time", async () => {
    const { requested, pending, of, rest } = createServer();
    void of("a");
    const second = of("b");
    await rest();
    assert.equal(await second, undefined);
    pending[0]?.([]);
    await settle();
    void of("b");
    await rest();
    assert.deepEqual(requested, ["a", "b"]);
  });

  it("does not delay a tooltip, and has the late response for the next one", async () => {
    const { requested, pending, of, rest } = createServer();
    const first = of("a");
    await rest();
    await rest(1500);
    assert.equal(await first, undefined);
    pending[0]?.([counted]);
    assert.equal((await of("a"))?.size, 1);
    assert.equal(requested.length, 1);
  });

  it("is undefined after a failed request, and does not retry at once", async () => {
    const { requested, failing, of, rest } = createServer();
    const first = of("a");
    await rest();
    failing[0]?.(new Error("HTTP 500"));
    assert.equal(await first, undefined);
    assert.equal(await of("a"), undefined);
    assert.equal(requested.length, 1);
  });

  it("sums up the loss of a task over its kinds of pings, if each is known", async () => {
    const { pending, of, rest } = createServer();
    const answer = of("a");
    await rest();
    const kinds = [{ protocol: "icmp" }, { protocol: "tcp" }] as const;
    const task = (taskId: number, ...losses: readonly (number | undefined)[]) =>
      losses.map((loss, index) => {
        const total = index === 0 ? 120 : 40;
        return { taskId, loss, total, ...kinds[index] } as PingTaskStats;
      });
    pending[0]?.([...task(1, 10), ...task(2, 10, 30), ...task(3, 10, undefined)]);
    const losses = await answer;
    assert.deepEqual(losses?.get(lossKey({ taskId: 1 })), { loss: 10, total: 120 });
    assert.deepEqual(losses.get(lossKey({ taskId: 2 })), { loss: 15, total: 160 });
    assert.deepEqual(losses.get(lossKey({ taskId: 2, ...kinds[1] })), { loss: 30, total: 40 });
    assert.equal(losses.get(lossKey({ taskId: 3 })), undefined);
    assert.equal(losses.get(lossKey({ taskId: 3, ...kinds[0] }))?.loss, 10);
  });

  it("requests nothing from a server whose statuses cover all pings", async () => {
    const { requested, of } = createServer([]);
    assert.equal(await of("a"), undefined);
    assert.deepEqual(requested, []);
  });
});
