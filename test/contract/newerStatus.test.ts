import assert from "node:assert/strict";
import { decodePingStats } from "../../src/komari/decode/pingStats";
import { isArray, type WireRecord } from "../../src/komari/decode/primitives";
import { decodeLatestStatus } from "../../src/komari/decode/status";
import { type NodeStatus } from "../../src/komari/model/model";
import { isRecord } from "../../src/util/json";
import { describedCase } from "./describedResponses";

const resultOf = (file: string, name: string): unknown =>
  describedCase(`${file}.json`, name).result;

function statusesOf(file: string, name = "status"): readonly NodeStatus[] {
  return [...decodeLatestStatus(resultOf(file, name)).values()];
}

describe("decodeLatestStatus: 1.5 and 1.6", () => {
  const [withGpus, without] = statusesOf("status-gpu");

  it("have every GPU of a node", () => {
    assert.equal(withGpus?.gpu, 63.5);
    const gib = 1024 ** 3;
    const name = "Example GPU 24G";
    assert.deepEqual(withGpus.gpus, [
      { name, usage: 71, memoryUsed: 12 * gib, memoryTotal: 24 * gib, temperature: 66 },
      { name, usage: 56, memoryUsed: 6 * gib, memoryTotal: 24 * gib, temperature: 61 },
    ]);
  });

  it("have no GPU if the server counts none", () => {
    assert.deepEqual([without?.gpu, without?.gpus], [undefined, undefined]);
  });
});

describe("decodeLatestStatus: Nekomari", () => {
  const [sound, partial, oldAgent] = statusesOf("status-nekomari");

  it("are complete if every reading is ok", () => {
    assert(sound !== undefined);
    const unknown = Object.entries(sound).flatMap(([key, value]) =>
      value === undefined ? [key] : [],
    );
    assert.deepEqual(unknown.sort(), ["failed", "gpu", "gpus", "temperature"]);
    assert.equal(sound.tcpConnections, 48);
  });

  it("have failed readings as unknown, with the reason", () => {
    assert.deepEqual(partial?.failed, {
      cpu: "unknown",
      disk: "unknown",
      networkRate: "unknown",
      connections: "unknown",
    });
    const { cpu, disk, diskTotal, networkIn, tcpConnections, udpConnections } = partial;
    assert.deepEqual(
      [cpu, disk, diskTotal, networkIn, tcpConnections, udpConnections],
      new Array(6).fill(undefined),
    );
    assert.equal(partial.memory, 2 * 1024 ** 3);
    assert.equal(partial.totalUp, 9876543210);
  });

  it("keep the values of an old agent that reports no quality", () => {
    assert.deepEqual([oldAgent?.failed, oldAgent?.cpu], [undefined, 12.5]);
  });

  it("have no pings if they were not requested", () => {
    const [bare] = statusesOf("status-nekomari", "status-no-ping");
    assert.equal(bare?.ping, undefined);
    assert.equal(bare?.cpu, 12.5);
  });
});

describe("decodePingStats: Nekomari", () => {
  it("have an entry for each kind of pings of a task", () => {
    const result = resultOf("nekomari", "ping-stats");
    assert(isRecord(result) && isArray(result.stats));
    const [first] = result.stats.filter((each): each is WireRecord => isRecord(each));
    const tasks = decodePingStats(result, String(first?.entity_id));
    assert.deepEqual(
      tasks.map(({ taskId, protocol, loss, total }) => [taskId, protocol, loss, total]),
      [
        [1, "icmp", undefined, 60],
        [1, "tcp", 0, 60],
      ],
    );
  });
});
