import assert from "node:assert/strict";
import fc from "fast-check";
import { decodeGpuMetrics } from "../../src/komari/decode/gpuMetrics";
import { decodeMethodHelp } from "../../src/komari/decode/help";
import { decodeLoadRecords } from "../../src/komari/decode/records/loadRecords";
import { decodeMe } from "../../src/komari/decode/me";
import { decodeMethods, decodeWord } from "../../src/komari/decode/methods";
import { decodeNodes } from "../../src/komari/decode/nodes";
import { decodePingRecords } from "../../src/komari/decode/records/pingRecords";
import { decodePingStats } from "../../src/komari/decode/pingStats";
import { decodePublicInfo } from "../../src/komari/decode/publicInfo";
import { decodeRecent } from "../../src/komari/decode/recent";
import { decodeLatestStatus } from "../../src/komari/decode/status";
import { time } from "../../src/komari/decode/time";
import { decodeRestVersion, decodeVersion } from "../../src/komari/decode/version";
import { RpcLocalError } from "../../src/rpc/errors";

const decoders: Readonly<Record<string, (value: unknown) => unknown>> = {
  nodes: (value) => decodeNodes(value, 0),
  latestStatus: decodeLatestStatus,
  recent: decodeRecent,
  loadRecords: decodeLoadRecords,
  pingRecords: decodePingRecords,
  pingStats: (value) => decodePingStats(value),
  gpuMetrics: decodeGpuMetrics,
  publicInfo: decodePublicInfo,
  version: decodeVersion,
  restVersion: decodeRestVersion,
  me: decodeMe,
  help: (value) => decodeMethodHelp(value, "common:x"),
  methods: decodeMethods,
  word: (value) => decodeWord("word", value),
};

/** Any JSON, and JSON that has the names of real answers with anything in them. */
const fieldNames = [
  ...[
    "uuid",
    "client",
    "time",
    "records",
    "tasks",
    "basic_info",
    "ping",
    "name",
    "token",
    "params",
  ],
  ...["connections", "connections_udp", "tags", "price", "billing_cycle", "expired_at", "data"],
  ...[
    "gpu_count",
    "gpu_detailed_info",
    "gpu_detail",
    "quality",
    "cpu",
    "family",
    "series",
    "points",
    "tags",
    "metric_key",
    "stats",
    "value",
    "task_id",
    "id",
    "theme_settings",
    "status",
    "n-1",
  ],
  ...["__proto__", "constructor", "toString", ""],
];
const leaf = fc.oneof(
  fc.jsonValue({ maxDepth: 1 }),
  fc.constantFrom(-1, 0, 1e308, 2 ** 63, "0001-01-01T00:00:00+08:05", "2026-11-22T00:00:00Z"),
);
const { response } = fc.letrec((tie) => ({
  response: fc.oneof(
    { maxDepth: 4 },
    leaf,
    fc.array(tie("response"), { maxLength: 4 }),
    fc.dictionary(fc.constantFrom(...fieldNames), tie("response"), { maxKeys: 8 }),
  ),
}));

describe("decoders", () => {
  for (const [name, decode] of Object.entries(decoders)) {
    it(`${name}: throws nothing but "malformed", whatever the response`, () => {
      fc.assert(
        fc.property(response, (value) => {
          try {
            decode(value);
          } catch (error) {
            assert(error instanceof RpcLocalError, String(error));
            assert.equal(error.code, "malformed");
          }
        }),
        { numRuns: 500 },
      );
    });
  }

  it("keep no token of a node anywhere", () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (fields) => {
        const token = "s3cret-token-of-an-agent";
        const list = decodeNodes({ "n-1": { ...fields, token } }, 0);
        assert.equal(list.privileged, true);
        assert(!JSON.stringify(list).includes(token));
      }),
    );
  });
});

const moments = fc.date({
  min: new Date("2000-01-02T00:00:00Z"),
  max: new Date("9999-12-30T00:00:00Z"),
  noInvalidDate: true,
});

describe("time", () => {
  it("round-trips what JavaScript writes", () => {
    fc.assert(
      fc.property(moments, (date) => assert.equal(time(date.toISOString()), date.getTime())),
    );
  });

  it("reads any zone and any number of digits", () => {
    const offsets = fc.integer({ min: -23 * 60 - 59, max: 23 * 60 + 59 });
    const digits = fc.stringMatching(/^\d{0,9}$/);
    fc.assert(
      fc.property(moments, offsets, digits, (date, offset, fraction) => {
        const second = Math.floor(date.getTime() / 1000) * 1000;
        const local = new Date(second + offset * 60_000).toISOString().slice(0, 19);
        fc.pre(local >= "2000" && local.length === 19);
        const text = `${local}${fraction === "" ? "" : `.${fraction}`}${zone(offset)}`;
        const ms = Number(fraction.padEnd(3, "0").slice(0, 3));
        assert.equal(time(text), second + ms, text);
      }),
    );
  });

  it("says nothing of other text", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const parsed = time(text);
        assert(parsed === undefined || parsed === Date.parse(text.replace(" ", "T").toUpperCase()));
      }),
    );
  });
});

function zone(offset: number): string {
  const minutes = Math.abs(offset);
  const two = (value: number) => String(value).padStart(2, "0");
  return `${offset < 0 ? "-" : "+"}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
