import assert from "node:assert/strict";
import { decodeNodes } from "../../src/komari/decode/nodes";
import { decodeLoadRecords } from "../../src/komari/decode/records/loadRecords";
import { decodePingRecords } from "../../src/komari/decode/records/pingRecords";
import { decodeLatestStatus } from "../../src/komari/decode/status";
import { type KomariNode, type NodeStatus } from "../../src/komari/model/model";
import { lostPing } from "../../src/shared/series";
import { readRecorded, recordedVersions } from "./recordedResponses";

const now = Date.UTC(2026, 10, 22, 12, 30);
const gib = 1024 ** 3;
const isLost = (value: number) => value === lostPing;

for (const version of recordedVersions) {
  describe(`Decoders with the recorded nodes of ${version}`, () => {
    const server = readRecorded(version);
    const { nodes } = decodeNodes(server.result("nodes-apikey"), now);
    const statuses = decodeLatestStatus(server.result("status-apikey"));

    function node(cast: string): KomariNode {
      const found = nodes.find(({ uuid }) => uuid === server.uuid(cast));
      assert(found !== undefined);
      return found;
    }

    function status(cast: string): NodeStatus {
      const found = statuses.get(server.uuid(cast));
      assert(found !== undefined);
      return found;
    }

    it("web-1: an ordinary node, field by field", () => {
      const web = node("web-1");
      assert.equal(web.name, "web-01");
      assert.equal(web.group, "Production");
      assert.deepEqual(web.tags, ["web", "nginx"]);
      assert.equal(web.weight, 1);
      assert.deepEqual(web.price, { kind: "paid", amount: 9.99, currency: "$", cycle: 30 });
      assert.equal(web.autoRenewal, true);
      assert.equal(web.trafficLimit, 1024 ** 4);
      assert.equal(web.trafficLimitType, "sum");
      assert.equal(web.memoryTotal, 8 * gib);
      assert.equal(web.swapTotal, 2 * gib);
      assert.equal(web.diskTotal, 100 * gib);
      assert.equal(web.ipv4, "203.0.113.1");
      assert.equal(web.gpuName, undefined);
      assert.equal(web.expiry?.kind, "at");
      assert.equal(status("web-1").online, true);
    });

    it("shanghai: expired, odd tags, the smaller direction counts", () => {
      const { expiry, tags, group, trafficLimitType } = node("shanghai");
      assert(expiry?.kind === "at" && expiry.time < now);
      assert.deepEqual(tags, ["a", "b", "中文"]);
      assert.equal(group, "生产环境");
      assert.equal(trafficLimitType, "min");
    });

    it("beijing: for two centuries, below all in weight, a colour that is none", () => {
      const { expiry, weight, tags } = node("beijing");
      assert.deepEqual(expiry, { kind: "longTerm" });
      assert.equal(weight, -5);
      assert.deepEqual(tags[0], "轻量<蓝>");
    });

    it("hongkong: free, and all its pings are lost", () => {
      assert.deepEqual(node("hongkong").price, { kind: "free" });
      const [ping] = status("hongkong").ping ?? [];
      if (version === "1.0.7") assert.equal(status("hongkong").ping, undefined);
      else assert.deepEqual([ping?.latest, ping?.average, ping?.loss], [undefined, undefined, 100]);
      const lost = decodePingRecords(server.result("ping-records-uuid-lost-all"));
      assert(lost.rows > 0 && lost.series.every(({ values }) => values.every(isLost)));
      assert.equal(lost.tasks[0]?.average, undefined);
    });

    it("no-swap: 0 of it, and no percentage", () => {
      assert.equal(node("no-swap").swapTotal, 0);
      assert.equal(status("no-swap").swapTotal, 0);
      assert.equal(status("no-swap").swap, 0);
    });

    it("bare: zeros where unknown totals are", () => {
      const { memoryTotal, swapTotal, diskTotal } = node("bare");
      assert.deepEqual([memoryTotal, swapTotal, diskTotal], [undefined, undefined, undefined]);
      assert.equal(status("bare").memoryTotal, undefined);
      assert.equal(status("bare").cpu, 0);
      assert.equal(status("bare").temperature, undefined);
    });

    it("gpu: its name, year 1, a limit of 2^60, and a GPU in the newer history", () => {
      const { gpuName, expiry, trafficLimit } = node("gpu");
      assert.equal(gpuName, "NVIDIA GeForce RTX 4090");
      assert.equal(expiry, undefined);
      assert.equal(trafficLimit, 2 ** 60);
      assert.equal(status("gpu").gpu, undefined);
      const { nodes: histories } = decodeLoadRecords(server.result("load-type-gpu-of-gpu-node"));
      const columns = histories.get(server.uuid("gpu"));
      assert.equal(columns?.fields.gpu?.[0], version === "1.0.7" ? 0 : 56.5);
    });

    it("never: known, but without a report", () => {
      assert.equal(node("never").os, undefined);
      assert.equal(node("never").swapTotal, undefined);
      assert.equal(statuses.has(server.uuid("never")), false);
    });

    it("leaves: offline with its last values", () => {
      assert.equal(status("leaves").online, false);
      assert(status("leaves").memory !== undefined);
    });

    it("flaps: a status like others", () => {
      assert(status("flaps").time !== undefined);
    });

    it("hidden: for administrators only", () => {
      assert.equal(node("hidden").hidden, true);
      const guest = decodeNodes(server.result("nodes"), now);
      assert(!guest.nodes.some(({ uuid }) => uuid === server.uuid("hidden")));
      assert.equal(guest.privileged, false);
      assert(
        guest.nodes.every(({ ipv4, remark, agentVersion }) => !ipv4 && !remark && !agentVersion),
      );
    });

    it("dup-1 and dup-2: one name, groups that differ by blanks alone", () => {
      assert.equal(node("dup-1").name, node("dup-2").name);
      assert.deepEqual([node("dup-1").group, node("dup-2").group], ["Edge", "Edge"]);
      assert.equal(node("long").group, undefined);
    });

    it("html and markdown: text as it is, for others to escape", () => {
      assert.equal(node("html").name, "<img src=x onerror=alert(1)>");
      assert.equal(node("markdown").publicRemark, "# h1\n![i](https://example.com/i.png)");
    });

    it("history has totals on 1.0.7 only", () => {
      const { nodes: histories } = decodeLoadRecords(server.result("load-uuid"));
      const { fields } = histories.get(server.uuid("web-1")) ?? {};
      assert.equal(fields?.memoryTotal?.[0], version === "1.0.7" ? 8 * gib : undefined);
      assert(fields?.memory !== undefined);
    });
  });
}

describe("decodeNodes: masked addresses of 1.4.3", () => {
  it("are kept as the server masks them", () => {
    const { nodes } = decodeNodes(readRecorded("1.4.3").result("nodes-masked-ip"), now);
    assert(nodes.some(({ ipv4 }) => ipv4 === "203.*.*.*"));
  });
});
