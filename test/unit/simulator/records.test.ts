import { deepStrictEqual, ok, strictEqual } from "node:assert/strict";
import { FakeClock } from "../../builders/fakeClock";
import { pingValue } from "../../simulator/fleet/pingTasks";
import { hour } from "../../simulator/fleet/simNode";
import { type ProfileName, profileNames } from "../../simulator/profiles/profiles";
import { type Simulator, startSimulator } from "../../simulator/simulator";
import { call, keyHeader, list, record, result } from "./caller";

const now = Date.parse("2026-11-22T12:22:20.456Z");

type Counts = readonly (readonly [hours: number, rows: number])[];

const buckets: Counts = [
  [1, 61],
  [10, 601],
  [24, 289],
  [48, 577],
  [72, 73],
  [600, 601],
  [720, 31],
];

/** Rows of one steady node per window in hours. */
const counts: Readonly<Record<ProfileName, Counts>> = {
  "1.0.7": [
    [1, 60],
    [4, 240],
    [5, 20],
    [24, 96],
    [72, 288],
    [720, 2880],
  ],
  "1.2.3": [
    [4, 240],
    [5, 20],
  ],
  "1.4.3": buckets,
  "1.6.1": buckets,
  nekomari: buckets,
};

for (const profile of profileNames) {
  describe(`Simulator: history of ${profile}`, () => {
    let simulator: Simulator;
    before(async () => {
      simulator = await startSimulator({ profile, nodes: 40, seed: 7, clock: new FakeClock(now) });
    });
    after(() => simulator.stop());

    const rowsOf = async (params: Readonly<Record<string, unknown>>, key: string) => {
      const { uuid } = simulator.fleet.member(key);
      const { records } = await result(simulator, "common:getRecords", { uuid, ...params });
      return list(record(records)[uuid]).map(record);
    };

    for (const [hours, rows] of counts[profile]) {
      it(`keeps ${rows} rows of ${hours} h`, async () => {
        strictEqual((await rowsOf({ hours, maxCount: -1 }, "web-2")).length, rows);
      });
    }

    it("has gaps where a node was away", async () => {
      const there = await rowsOf({ hours: 4 }, "web-2");
      const gone = await rowsOf({ hours: 4 }, "shanghai");
      strictEqual(there.length - gone.length, 30);
    });

    it("returns exactly as many rows as allowed, over all nodes together", async () => {
      const { count, records } = await result(simulator, "common:getRecords", { maxCount: 100 });
      const rows = Object.values(record(records)).flatMap(list);
      deepStrictEqual([count, rows.length], [100, 100]);
    });

    it("ends where the records end", async () => {
      simulator.knobs.recordPreserveHours = 2;
      const rows = await rowsOf({ hours: 4 }, "web-2");
      simulator.knobs.recordPreserveHours = 720;
      ok(rows.length >= 120 && rows.length <= 121);
    });

    it("keeps pings in order of time, lost ones below zero", async () => {
      const { uuid } = simulator.fleet.member("hongkong");
      const params = { type: "ping", uuid, hours: 2 };
      const { records, basic_info: info } = await result(simulator, "common:getRecords", params);
      const times = list(records).map((row) => String(record(row).time));
      deepStrictEqual(times, times.toSorted());
      ok(list(records).every((row) => Number(record(row).value) < 0));
      deepStrictEqual(info, [{ client: uuid, loss: 100, min: 0, max: 0 }]);
    });

    it("finds times in another zone only if it does not compare texts", async () => {
      const { uuid } = simulator.fleet.member("web-2");
      const stretch = async (start: string, end: string) => {
        const { records } = await result(simulator, "common:getRecords", { uuid, start, end });
        return Object.values(record(records)).flatMap(list).map(record);
      };
      const inUtc = await stretch("2026-11-22T11:00:00Z", "2026-11-22T11:30:00Z");
      const inChina = await stretch("2026-11-22T19:00:00+08:00", "2026-11-22T19:30:00+08:00");
      const isThere = ([row]: readonly Readonly<Record<string, unknown>>[]) =>
        Math.abs(Date.parse(String(row?.time)) - Date.parse("2026-11-22T11:00:00Z")) <= 60_000;
      const expected = [profile !== "1.0.7", profile !== "1.2.3"];
      deepStrictEqual([isThere(inUtc), isThere(inChina)], expected);
    });

    it("has totals of old, and none since 1.3.0", async () => {
      const [row] = await rowsOf({ hours: 1 }, "web-2");
      const { mem_total } = simulator.fleet.member("web-2").facts;
      const isOld = profile === "1.0.7" || profile === "1.2.3";
      strictEqual(row?.ram_total, isOld ? mem_total : 0);
    });
  });
}

describe("Simulator: ping statistics of 1.4.3", () => {
  it("count every ping, the records one a minute", async () => {
    const simulator = await startSimulator({ seed: 7, clock: new FakeClock(now) });
    const { uuid } = simulator.fleet.member("shanghai");
    const params = { uuid, task_id: 2, hours: 1 };
    const { stats } = await result(simulator, "public:getPingMetricStats", params);
    const records = await result(simulator, "common:getRecords", { ...params, type: "ping" });
    await simulator.stop();
    strictEqual(record(list(stats)[0]).total, 120);
    strictEqual(records.count, 61);
  });
});

describe("Simulator: ping statistics", () => {
  it("have lost pings of -1 ms in the averages, and no stretch with a loss in the minimum", async () => {
    const simulator = await startSimulator({ seed: 7, clock: new FakeClock(now) });
    const node = simulator.fleet.member("shanghai");
    const answer = await result(simulator, "public:getPingMetricStats", { uuid: node.uuid });
    await simulator.stop();
    const tasks = list(answer.stats).map(record);
    const lossy = tasks.filter(({ loss }) => Number(loss) > 0 && Number(loss) < 100);
    ok(lossy.length > 0);
    for (const { task_id, avg, min, max, total, valid } of lossy) {
      const task = simulator.fleet.pingTasks.find(({ id }) => String(id) === task_id);
      ok(task !== undefined);
      const step = task.interval * 1000;
      const last = now - ((now - (node.seed % step)) % step);
      const pings = Array.from({ length: hour / step }, (_, index) =>
        pingValue(node, task, last - index * step),
      );
      const answered = pings.filter((value) => value >= 0);
      const average = answered.reduce((sum, value) => sum + value, 0) / answered.length;
      ok(Number(avg) <= average + 1, `${String(avg)} of ${average}`);
      ok(Number(min) >= Math.min(...answered) && Number(max) <= Math.max(...answered));
      ok(Number(valid) < Number(total));
    }
  });
});

describe("Simulator: responses of any size", () => {
  it("are written in pieces", async () => {
    const simulator = await startSimulator({ profile: "1.0.7", nodes: 24, seed: 7 });
    const { count } = await result(
      simulator,
      "common:getRecords",
      { hours: 720, maxCount: -1 },
      keyHeader,
    );
    const limited = await call(simulator, "common:getRecords", { hours: 720 });
    await simulator.stop();
    ok(Number(count) > 50_000);
    strictEqual(record(limited.result).count, 4000);
  });
});
