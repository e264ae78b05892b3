import assert from "node:assert/strict";
import fc from "fast-check";
import { csv } from "../../src/features/charts/export/csv";
import { exportLines } from "../../src/features/charts/export/exportLines";
import { loadSeries, unknownMachine } from "../../src/features/charts/model/loadLines";
import { nodeRow, type RowContext } from "../../src/features/nodes/rows/nodeRow";
import { parseTemplate } from "../../src/features/nodes/rows/nodeRowTemplate";
import { rowTokens } from "../../src/features/nodes/rows/rowTokens";
import { nodeTooltip } from "../../src/features/nodes/tooltip/nodeTooltip";
import { toColumns } from "../../src/komari/decode/records/columns";
import { decodeLoadRecords } from "../../src/komari/decode/records/loadRecords";
import { decodeLatestStatus } from "../../src/komari/decode/status";
import { type KomariNode, type NodeStatus } from "../../src/komari/model/model";
import { createFormat } from "../../src/shared/format";
import { buildSilentNode } from "../builders/node";
import { readTooltip } from "../builders/tooltipRows";

const time = "2026-11-20T10:15:30Z";

/** No reading of it is 0, nor is written with a 0 that stands alone. */
const whole = {
  client: "n-1",
  online: true,
  time,
  uptime: 864_000,
  cpu: 12,
  gpu: 63,
  gpu_count: 1,
  gpu_average_usage: 63,
  temp: 45,
  ram: 2 ** 31,
  ram_total: 2 ** 33,
  swap: 2 ** 28,
  swap_total: 2 ** 30,
  disk: 2 ** 35,
  disk_total: 2 ** 37,
  load: 1.42,
  load5: 1.38,
  load15: 1.31,
  net_in: 125_000,
  net_out: 48_000,
  net_total_up: 2 ** 33,
  net_total_down: 2 ** 34,
  process: 143,
  connections: 57,
  connections_udp: 9,
};
const gpu = {
  name: "Card",
  memory_total: 2 ** 34,
  memory_used: 2 ** 33,
  utilization: 71,
  temperature: 66,
};
const ping = { name: "Edge", latest: 21, avg: 23, tail: 0.2, loss: 3, min: 19, max: 31 };

const keys = ["cpu", "ram", "swap", "load", "disk", "net_rate", "network", "process"];
const words = fc.constantFrom("ok", "", "unknown", "stale", "0", "NaN", "0%", "a <b> word");
const quality = fc.option(fc.dictionary(fc.constantFrom(...keys, "uptime", "gpu"), words));
/** What a server may send in place of a reading; 1e400 is read as Infinity. */
const odd = fc.constantFrom(null, undefined, "", "0", "NaN", [], {}, true, false, -7, Infinity);

/** The record with something odd in place of some of its fields; below 0 a temperature is none. */
function spoiled(record: object): fc.Arbitrary<Record<string, unknown>> {
  const fields = fc.constantFrom(...Object.keys(record).filter((key) => key !== "name"));
  const spoil = fields.chain((field) =>
    odd.map((value) => [field, field.startsWith("temp") && value === -7 ? null : value] as const),
  );
  return fc.array(spoil).map((spoils) => ({ ...record, ...Object.fromEntries(spoils) }));
}

const statuses = fc
  .tuple(spoiled(whole), spoiled(gpu), spoiled(ping), quality)
  .map(([record, device, summary, reported]) => ({
    ...record,
    client: "n-1",
    online: true,
    time,
    ping: { 1: summary },
    quality: reported,
    gpu_detailed_info: [device],
  }));

const node: KomariNode = buildSilentNode({ uuid: "n-1", name: "web", cpuCores: 4 });
const format = createFormat("en");
const tokens = Object.keys(rowTokens);
const context: RowContext = {
  format,
  template: parseTemplate(tokens.map((token) => `${token}={${token}}`).join("  ")),
  isFavorite: false,
  age: 12_000,
  serverTime: Date.parse(time),
};

function statusOf(record: unknown): NodeStatus {
  const status = decodeLatestStatus({ "n-1": record }).get("n-1");
  assert(status !== undefined);
  return status;
}

/** A zero by itself, or what JavaScript writes for what is no number. */
const falseFigure = /(?<![\d.,])0+(\.0+)?(?![\d.,])|NaN|Infinity|∞|undefined|null|\[object|-7/;

function assertTrue(text: string, what: string): void {
  assert.doesNotMatch(text, falseFigure, what);
}

/** Without what the server gave as the reason, which may be any word. */
function withoutReasons(text: string): string {
  return text.replace(/– (0%?|NaN)(?= |,|$)/g, "–");
}

describe("Decoders and views: unknown readings", () => {
  it("show no numbers in the row of a node, nor for screen readers", () => {
    fc.assert(
      fc.property(statuses, (record) => {
        const facts = { node, status: statusOf(record), presence: "online", troubles: [] } as const;
        const { description, accessibleLabel } = nodeRow(facts, context);
        assertTrue(description, "description");
        assertTrue(accessibleLabel, "accessible label");
        assert.doesNotMatch(accessibleLabel, /–/);
      }),
    );
  });

  it("show no numbers in the tooltip", () => {
    fc.assert(
      fc.property(statuses, (record) => {
        const facts = { node, status: statusOf(record), presence: "online", troubles: [] } as const;
        const { rows } = readTooltip(nodeTooltip({ serverId: "s", uuid: "n-1" }, facts, context));
        for (const [label, value] of rows) assertTrue(withoutReasons(value), label);
      }),
    );
  });

  it("are empty cells in exports, of live reports and of records", () => {
    fc.assert(
      fc.property(statuses, (record) => {
        const live = toColumns([statusOf(record)]);
        const row = { ...record, client: "n-1", time };
        const kept = decodeLoadRecords({ records: { "n-1": [row] } }).nodes.get("n-1");
        for (const columns of [live, kept ?? live]) {
          const series = loadSeries(columns, unknownMachine);
          const ids = series?.lines.map(({ id }) => id) ?? [];
          const lines = exportLines(series === undefined ? [] : [series], ids, {
            from: 0,
            to: Date.parse(time),
          });
          const cells = [...csv(lines)].join("").split("\r\n").slice(1).join().split(",");
          for (const cell of cells.slice(1)) assertTrue(cell, "cell");
        }
      }),
    );
  });
});
