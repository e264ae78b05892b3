import assert from "node:assert/strict";
import { toColumns } from "../../src/komari/decode/records/columns";
import { decodeMethodHelp } from "../../src/komari/decode/help";
import { decodeMe } from "../../src/komari/decode/me";
import { decodeMethods, decodeWord } from "../../src/komari/decode/methods";
import { decodeNodes } from "../../src/komari/decode/nodes";
import { isArray } from "../../src/komari/decode/primitives";
import { decodePublicInfo } from "../../src/komari/decode/publicInfo";
import { decodeRecent } from "../../src/komari/decode/recent";
import { decodeLatestStatus } from "../../src/komari/decode/status";
import { decodeVersion } from "../../src/komari/decode/version";
import { shownName } from "../../src/shared/shownName";
import { isRecord } from "../../src/util/json";
import { type Recording } from "./recordedResponses";
import { checkLoadRecords, checkPingRecords, checkPingStats } from "./recordedHistory";
import { byTime, checkColumns, checkSample, tcpOfBoth } from "./recordedSamples";

/** When the recordings were made. */
const now = Date.UTC(2026, 10, 22, 12, 30);

type Check = (result: unknown, recording: Recording) => void;

/** Every recorded method of the document, and what holds of each of its responses. */
export const recordedChecks: Readonly<Record<string, Check>> = {
  "rpc.methods": (result) => assert.deepEqual([...decodeMethods(result)], result),
  "rpc.help": checkHelp,
  "rpc.ping": (result) => assert.equal(decodeWord("ping", result), "pong"),
  "rpc.version": (result) => assert.equal(decodeWord("version", result), "2.0"),
  "common:getVersion": (result) => {
    assert.deepEqual(decodeVersion(result), { version: "0.0.1", hash: undefined });
  },
  "common:getPublicInfo": checkPublicInfo,
  "common:getMe": checkMe,
  "common:getNodes": checkNodes,
  "common:getNodesLatestStatus": checkStatuses,
  "common:getNodeRecentStatus": checkRecent,
  "common:getRecords": (result, recording) => {
    const { params } = recording;
    const isPing = isRecord(params) && params.type === "ping";
    (isPing ? checkPingRecords : checkLoadRecords)(result);
  },
  "public:getPingMetricStats": checkPingStats,
};

function checkHelp(result: unknown, { params }: Recording): void {
  // Without `method` it is a list of summaries, which nothing reads.
  if (isArray(result)) return;
  assert(isRecord(result));
  const requested = isRecord(params) && typeof params.method === "string" ? params.method : "asked";
  const help = decodeMethodHelp(result, requested);
  assert.equal(help.name, requested);
  assert.equal(help.returns, result.returns);
  assert.equal(help.params.length, isArray(result.params) ? result.params.length : 0);
}

function checkPublicInfo(result: unknown): void {
  assert(isRecord(result));
  const info = decodePublicInfo(result);
  assert.equal(info.siteName, "Komari Fleet 舰队");
  assert.equal(info.recordPreserveHours, result.record_preserve_time);
  assert.equal(info.pingRecordPreserveHours, result.ping_record_preserve_time);
  assert.equal(info.recordEnabled, result.record_enabled);
  assert.equal(info.passwordLoginDisabled, result.disable_password_login);
  assert.equal(info.offlinePosition, "last");
}

function checkMe(result: unknown, { name }: Recording): void {
  assert(isRecord(result));
  const me = decodeMe(result);
  assert.equal(me.username ?? "", result.username);
  if (name === "getMe-agent-token") assert(!JSON.stringify(me).includes("<token"));
}

function checkNodes(result: unknown, { auth }: Recording): void {
  assert(isRecord(result));
  const { nodes, privileged } = decodeNodes(result, now);
  const wire = typeof result.uuid === "string" ? [result] : Object.values(result);
  assert.equal(nodes.length, wire.length);
  assert.equal(privileged, auth === "apikey" || auth === "session");
  assert(!JSON.stringify(nodes).includes("<token"), "tokens are dropped");
  nodes.forEach((node, index) => {
    const record = wire[index];
    assert(isRecord(record));
    assert.equal(node.uuid, record.uuid);
    assert.equal(node.name, record.name);
    for (const [field, key] of nodeTexts) assert.equal(node[field] ?? "", record[key] ?? "", key);
    for (const [field, key] of nodeLabels) {
      const wired: unknown = record[key];
      assert.equal(node[field] ?? "", shownName(typeof wired === "string" ? wired : ""), key);
    }
    for (const [field, key] of nodeNumbers) assert.equal(node[field] ?? 0, record[key] ?? 0, key);
    assert.equal(node.hidden, record.hidden);
    assert.equal(node.autoRenewal, record.auto_renewal);
    assert.equal(node.createdAt, Date.parse(String(record.created_at)));
  });
}

const nodeLabels = [
  ["group", "group"],
  ["region", "region"],
  ["os", "os"],
  ["kernelVersion", "kernel_version"],
  ["agentVersion", "version"],
] as const;

const nodeTexts = [
  ["ipv4", "ipv4"],
  ["ipv6", "ipv6"],
  ["remark", "remark"],
  ["publicRemark", "public_remark"],
  ["trafficLimitType", "traffic_limit_type"],
] as const;

const nodeNumbers = [
  ["weight", "weight"],
  ["cpuCores", "cpu_cores"],
  ["cpuPhysicalCores", "cpu_physical_cores"],
  ["memoryTotal", "mem_total"],
  ["swapTotal", "swap_total"],
  ["diskTotal", "disk_total"],
  ["trafficLimit", "traffic_limit"],
] as const;

/** Every field of every status is mapped with an equal value. */
function checkStatuses(result: unknown): void {
  assert(isRecord(result));
  const statuses = decodeLatestStatus(result);
  const wire = typeof result.client === "string" ? [result] : Object.values(result);
  assert.equal(statuses.size, wire.length);
  for (const record of wire) {
    assert(isRecord(record));
    const status = statuses.get(String(record.client));
    assert(status !== undefined);
    checkSample(status, record, tcpOfBoth(record));
    assert.equal(status.online, record.online);
    assert.equal(status.load5, record.load5);
    assert.equal(status.load15, record.load15);
    assert.equal(status.uptimeSeconds, record.uptime);
    assert.equal(
      status.ping?.length,
      isRecord(record.ping) ? Object.keys(record.ping).length : undefined,
    );
  }
}

function checkRecent(result: unknown): void {
  assert(isRecord(result) && isArray(result.records));
  const { samples } = decodeRecent(result);
  const wire = byTime(result.records);
  assert.equal(samples.length, result.count);
  samples.forEach((sample, index) => {
    const record = wire[index];
    assert(record !== undefined);
    checkSample(sample, record, tcpOfBoth(record));
  });
  checkColumns(toColumns(samples), wire, tcpOfBoth);
}
