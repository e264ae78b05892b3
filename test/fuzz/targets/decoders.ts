import assert from "node:assert/strict";
import { decodeGpuMetrics } from "../../../src/komari/decode/gpuMetrics";
import { decodeMethodHelp } from "../../../src/komari/decode/help";
import { decodeLoadRecords, loadFilter } from "../../../src/komari/decode/records/loadRecords";
import { decodeMe } from "../../../src/komari/decode/me";
import { decodeMethods, decodeWord } from "../../../src/komari/decode/methods";
import { decodeNodes } from "../../../src/komari/decode/nodes";
import { decodePingRecords, pingFilter } from "../../../src/komari/decode/records/pingRecords";
import { decodePingStats } from "../../../src/komari/decode/pingStats";
import { decodePublicInfo } from "../../../src/komari/decode/publicInfo";
import { decodeRecent } from "../../../src/komari/decode/recent";
import { decodeLatestStatus } from "../../../src/komari/decode/status";
import { time } from "../../../src/komari/decode/time";
import { decodeRestVersion, decodeVersion } from "../../../src/komari/decode/version";
import { recordedMetrics } from "../../../src/komari/metricQuery";
import { zoneOfStatuses } from "../../../src/komari/serverZone";
import { type BodyFilter } from "../../../src/rpc/bodyFilter";
import { parseMessage } from "../../../src/rpc/message";
import { isRecord, parseJson } from "../../../src/util/json";
import { results, resultsOf } from "../corpus";
import { anyBytes, anyText, cut, grown, mutatedText, parsed } from "../rubbish";
import { assertBounded, jsonOf, sizeOf, target, type Target, unlessMalformed } from "../target";

const now = Date.UTC(2026, 10, 22);

/** A decoder on what grew from responses of its methods, and now and then of any other. */
function decoder(
  name: string,
  methods: readonly string[],
  decode: (value: unknown) => unknown,
): Target {
  const own = resultsOf(...methods);
  return target(
    `decoding of ${name}`,
    (random) => parsed(random, random.chance(0.9) && own.length > 0 ? own : results),
    (value) => {
      const before = sizeOf(value);
      const decoded = unlessMalformed(() => decode(value));
      assertBounded(sizeOf(decoded), before, 40);
      assert.equal(sizeOf(value), before, "the answer was changed");
    },
  );
}

const token = "t0kenOfAnAgent";

const nodes = decoder("nodes", ["common:getNodes", "admin:listClients"], (value) => {
  const list = decodeNodes({ planted: { ...(isRecord(value) ? value : {}), token } }, now);
  assert.ok(list.privileged);
  assert.ok(!jsonOf(list).includes(token), "the token of an agent is kept");
  return decodeNodes(value, now);
});

const records = ["common:getRecords", "public:getRecordsByUUID", "public:getPingRecords"];

const plain = [
  nodes,
  decoder("statuses", ["common:getNodesLatestStatus"], decodeLatestStatus),
  decoder("time zones", ["common:getNodesLatestStatus"], zoneOfStatuses),
  decoder("recent reports", ["common:getNodeRecentStatus"], decodeRecent),
  decoder("load records", records, decodeLoadRecords),
  decoder("ping records", records, decodePingRecords),
  decoder("ping statistics", ["public:getPingMetricStats"], (value) => decodePingStats(value)),
  decoder("GPU metrics", ["public:queryMetrics"], decodeGpuMetrics),
  decoder("lists of metrics", ["public:listMetricDefinitions"], recordedMetrics),
  decoder("public info", ["common:getPublicInfo"], decodePublicInfo),
  decoder("versions", ["common:getVersion"], decodeVersion),
  decoder("versions by REST", ["common:getVersion"], decodeRestVersion),
  decoder("me", ["common:getMe"], decodeMe),
  decoder("lists of methods", ["rpc.methods"], decodeMethods),
  decoder("words", ["rpc.ping", "rpc.version"], (value) => decodeWord("word", value)),
  decoder("help", ["rpc.help"], (value) => decodeMethodHelp(value, "common:x")),
];

const times = target(
  "times",
  (random) => {
    const text = "2026-11-22T12:00:00.123456789+08:00".slice(0, random.int(10, 35));
    return random.chance(0.8) ? mutatedText(random, text) : anyText(random);
  },
  (text) => {
    const parsed = time(text);
    assert.ok(parsed === undefined || Math.abs(parsed) <= 8.64e15, `${parsed}`);
  },
);

/** The bytes of a response through a filter while it arrives, and the same answer as a whole. */
function filtered(
  name: string,
  create: () => BodyFilter,
  decode: (result: unknown) => unknown,
): Target {
  const own = resultsOf(...records);
  return target(
    `${name} while they arrive`,
    (random) => {
      const json = JSON.stringify({ jsonrpc: "2.0", id: 1, result: grown(random, own) });
      const text = random.chance(0.3) ? mutatedText(random, json) : json;
      return cut(random, anyBytes(random, text));
    },
    (pieces) => {
      const bytes = Buffer.concat(pieces);
      const filter = create();
      const streamed = unlessMalformed(() => {
        const rest = pieces.flatMap((piece) => filter.write(Buffer.from(piece)) ?? []);
        const reply = parseMessage(Buffer.concat(rest).toString());
        return reply?.ok === true ? filter.finish(reply.result) : undefined;
      });
      assertBounded(sizeOf(streamed), bytes.length, 60, 200_000);
      const text = bytes.toString();
      const reply = parseJson(text) === undefined ? undefined : parseMessage(text);
      if (reply?.ok !== true || !isPlain(text)) return;
      const whole = unlessMalformed(() => decode(reply.result));
      assert.deepEqual(streamed, whole);
    },
  );
}

/** Names that are there twice are read differently, as servers do not write them. */
function isPlain(text: string): boolean {
  return jsonOf(parseJson(text)) === text;
}

export const decoderTargets = [
  ...plain,
  times,
  filtered("load records", () => loadFilter(), decodeLoadRecords),
  filtered("ping records", () => pingFilter(), decodePingRecords),
];
