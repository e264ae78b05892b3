import assert from "node:assert/strict";
import { type Thresholds } from "../../../../src/shared/nodes/trouble";
import { TroubleTracker } from "../../../../src/fleet/nodes/troubleTracker";
import { presenceOf } from "../../../../src/shared/nodes/presence";
import { type KomariNode, type NodeStatus } from "../../../../src/komari/model/model";
import { buildNode } from "../../../builders/node";
import { buildPing, buildStatus } from "../../../builders/status";

const start = Date.UTC(2026, 0, 1, 12);
const gib = 1024 ** 3;
const day = 86_400_000;

/** Judges one node, and says its troubles: "disk 97". */
function createJudge(thresholds: Thresholds, described: Partial<KomariNode> = {}) {
  const tracker = new TroubleTracker();
  tracker.setThresholds(thresholds);
  const node = buildNode(described);
  const reported = () =>
    tracker.of(node.uuid).map(({ kind, value }) => `${kind} ${Math.round(value * 10) / 10}`);
  const judge = (report: Partial<NodeStatus> | null, now = start) => {
    const status = report === null ? undefined : buildStatus({ time: now, ...report });
    tracker.judge({ node, status, presence: presenceOf(node, status, true) }, now);
    return reported();
  };
  return { tracker, judge, reported };
}

describe("TroubleTracker: use", () => {
  it("counts from the threshold on", () => {
    const { judge } = createJudge({ disk: 90, memory: 90 });
    assert.deepEqual(judge({ disk: 89.9 * gib }), []);
    assert.deepEqual(judge({ disk: 90 * gib }), ["disk 90"]);
    assert.deepEqual(judge({ disk: 91 * gib, memory: 8 * gib }), ["memory 100", "disk 91"]);
  });

  it("holds until it is clearly below the threshold", () => {
    const { judge } = createJudge({ disk: 90 });
    judge({ disk: 90 * gib });
    assert.deepEqual(judge({ disk: 89 * gib }), ["disk 89"]);
    assert.deepEqual(judge({ disk: 88 * gib }), []);
    assert.deepEqual(judge({ disk: 89 * gib }), []);
  });

  it("watches only what has a threshold, and takes unknown values for no trouble", () => {
    assert.deepEqual(createJudge({}).judge({ cpu: 100, disk: 100 * gib }), []);
    const unknown = { temperature: undefined, gpu: undefined, swap: undefined };
    assert.deepEqual(createJudge({ temperature: 60, gpu: 50, swap: 10 }).judge(unknown), []);
  });

  it("takes the load per core, and nothing without the number of cores", () => {
    assert.deepEqual(createJudge({ load: 2 }, { cpuCores: 4 }).judge({ load: 7 }), []);
    assert.deepEqual(createJudge({ load: 2 }, { cpuCores: 4 }).judge({ load: 10 }), ["load 2.5"]);
    for (const cpuCores of [0, undefined]) {
      assert.deepEqual(createJudge({ load: 2 }, { cpuCores }).judge({ load: 10 }), []);
    }
  });

  it("measures everything that a threshold can be set for", () => {
    const report = {
      gpu: 50,
      temperature: 80,
      processes: 300,
      tcpConnections: 40,
      udpConnections: 50,
      networkIn: 1000,
      networkOut: 2000,
      swap: gib,
    };
    const { judge } = createJudge({
      gpu: 50,
      temperature: 80,
      processes: 300,
      tcpConnections: 40,
      udpConnections: 50,
      networkIn: 1000,
      networkOut: 2000,
      swap: 50,
    });
    assert.equal(judge(report).length, 8);
  });

  it("ends when the node goes offline", () => {
    const { judge } = createJudge({ disk: 90, quota: 50 }, { trafficLimit: gib });
    assert.equal(judge({ disk: 95 * gib, totalDown: gib }).length, 2);
    assert.deepEqual(judge({ disk: 95 * gib, totalDown: gib, online: false }), []);
    assert.deepEqual(judge(null), []);
  });
});

describe("TroubleTracker: CPU", () => {
  it("counts once it was high for a minute, whatever the distance of the samples", () => {
    for (const step of [2_000, 30_000, 60_000, 90_000]) {
      const { judge } = createJudge({ cpu: 90 });
      let time = start;
      for (; time < start + 60_000; time += step) assert.deepEqual(judge({ cpu: 95 }, time), []);
      assert.deepEqual(judge({ cpu: 95 }, time), ["cpu 95"], `every ${step} ms`);
    }
  });

  it("begins again after one sample below", () => {
    const { judge } = createJudge({ cpu: 90 });
    judge({ cpu: 95 }, start);
    judge({ cpu: 89 }, start + 58_000);
    assert.deepEqual(judge({ cpu: 95 }, start + 60_000), []);
    assert.deepEqual(judge({ cpu: 95 }, start + 118_000), []);
    assert.deepEqual(judge({ cpu: 95 }, start + 120_000), ["cpu 95"]);
  });

  it("ends with one sample that is clearly below", () => {
    const { judge } = createJudge({ cpu: 90 });
    judge({ cpu: 95 }, start);
    assert.deepEqual(judge({ cpu: 95 }, start + 60_000), ["cpu 95"]);
    assert.deepEqual(judge({ cpu: 89 }, start + 62_000), ["cpu 89"]);
    assert.deepEqual(judge({ cpu: 20 }, start + 64_000), []);
  });

  it("does not count what was high before reports stopped or the node was offline", () => {
    const interrupted = createJudge({ cpu: 90 });
    interrupted.judge({ cpu: 95 }, start);
    interrupted.tracker.interrupt(buildNode().uuid);
    assert.deepEqual(interrupted.judge({ cpu: 95 }, start + 600_000), []);

    const offline = createJudge({ cpu: 90 });
    offline.judge({ cpu: 95 }, start);
    offline.judge({ cpu: 95, online: false }, start + 30_000);
    assert.deepEqual(offline.judge({ cpu: 95 }, start + 60_000), []);
  });

  it("begins again when the node's clock is set back", () => {
    const { judge } = createJudge({ cpu: 90 });
    judge({ cpu: 95, time: start }, start);
    assert.deepEqual(judge({ cpu: 95, time: start - 3_600_000 }, start + 58_000), []);
    assert.deepEqual(judge({ cpu: 95, time: start - 3_540_000 }, start + 118_000), ["cpu 95"]);
  });

  it("uses the time of the response where reports have none", () => {
    const { judge } = createJudge({ cpu: 90 });
    assert.deepEqual(judge({ cpu: 95, time: undefined }, start), []);
    assert.deepEqual(judge({ cpu: 95, time: undefined }, start + 60_000), ["cpu 95"]);
  });
});

describe("TroubleTracker: quota, loss and ping", () => {
  it("counts the traffic by the node's own type of limit, beyond 100 % too", () => {
    const report = { totalUp: 3 * gib, totalDown: 5 * gib };
    const quota = (trafficLimitType: KomariNode["trafficLimitType"]) =>
      createJudge({ quota: 50 }, { trafficLimit: 4 * gib, trafficLimitType }).judge(report);
    assert.deepEqual(quota("sum"), ["quota 200"]);
    assert.deepEqual(quota("max"), ["quota 125"]);
    assert.deepEqual(quota("up"), ["quota 75"]);
  });

  it("knows no quota where there is no limit", () => {
    for (const trafficLimit of [undefined, 0]) {
      assert.deepEqual(createJudge({ quota: 1 }, { trafficLimit }).judge({}), []);
    }
  });

  it("takes the worst task's loss and the slowest task's average", () => {
    const ping = [
      buildPing({ loss: 3, average: 400 }),
      buildPing({ loss: 23, average: undefined, latest: 30 }),
      buildPing({ loss: undefined, average: 20, latest: 900 }),
    ];
    assert.deepEqual(createJudge({ loss: 20, ping: 300 }).judge({ ping }), ["ping 400", "loss 23"]);
  });

  it("does not take an unknown loss for none or for all", () => {
    for (const ping of [undefined, [], [buildPing({ loss: undefined })]]) {
      assert.deepEqual(createJudge({ loss: 1 }).judge({ ping }), []);
    }
  });
});

describe("TroubleTracker: expiry", () => {
  const at = (time: number) => ({ expiry: { kind: "at", time } as const });

  it("counts calendar days, for nodes in any state", () => {
    const soon = createJudge({ expiry: 7 }, at(start + 2.5 * day));
    assert.deepEqual(soon.judge({}), ["expiry 3"]);
    assert.deepEqual(soon.judge({ online: false }), ["expiry 3"]);
    assert.deepEqual(soon.judge(null), ["expiry 3"]);
    assert.deepEqual(createJudge({ expiry: 7 }, at(start + 7 * day)).judge({}), ["expiry 7"]);
    assert.deepEqual(createJudge({ expiry: 7 }, at(start + 8 * day)).judge({}), []);
  });

  it("counts what has expired", () => {
    assert.deepEqual(createJudge({ expiry: 7 }, at(start - 1)).judge({}), ["expiry 0"]);
    assert.deepEqual(createJudge({ expiry: 7 }, at(start - 3 * day)).judge({}), ["expiry -3"]);
  });

  it("leaves out automatic renewal, contracts without an end, and what is not watched", () => {
    const renewed = { ...at(start + day), autoRenewal: true };
    assert.deepEqual(createJudge({ expiry: 7 }, renewed).judge({}), []);
    const { judge } = createJudge({ expiry: 7 }, { expiry: { kind: "longTerm" } });
    assert.deepEqual(judge({}), []);
    assert.deepEqual(createJudge({}, at(start + day)).judge({}), []);
  });
});

describe("TroubleTracker: what changed", () => {
  it("is reported only when the text of the reasons changes", () => {
    const { tracker } = createJudge({ disk: 90 });
    const node = buildNode();
    const judge = (disk: number) =>
      tracker.judge({ node, status: buildStatus({ disk }), presence: "online" }, start);
    assert.equal(judge(10 * gib), undefined);
    assert.equal(judge(95 * gib)?.after.length, 1);
    assert.equal(judge(95 * gib), undefined);
    assert.equal(judge(96 * gib)?.before.length, 1);
    assert.equal(judge(10 * gib)?.after.length, 0);
    tracker.forget(node.uuid);
    assert.deepEqual(tracker.of(node.uuid), []);
  });
});
