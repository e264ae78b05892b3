import assert from "node:assert/strict";
import fc from "fast-check";
import { csv } from "../../src/features/charts/export/csv";
import {
  type ExportLine,
  exportValue,
  isoTime,
} from "../../src/features/charts/export/exportLines";
import { json } from "../../src/features/charts/export/json";
import { lostPing } from "../../src/shared/series";

const head = { server: 'H"ome', subject: "web\n01", from: 0, to: 9 };

const line: fc.Arbitrary<ExportLine> = fc
  .record({
    name: fc.string(),
    points: fc.array(
      fc.tuple(
        fc.nat({ max: 20 }),
        fc.oneof(fc.double(), fc.constant(NaN), fc.constant(lostPing), fc.constant(-0)),
      ),
    ),
  })
  .map(({ name, points }) => {
    const sorted = points.toSorted(([a], [b]) => a - b);
    return {
      name,
      metric: "ping",
      unit: "milliseconds",
      times: Float64Array.from(sorted, ([time]) => time),
      values: Float64Array.from(sorted, ([, value]) => value),
    };
  });

/** The same as one string: every time once, and the last sample of that time. */
function wholeCsv(lines: readonly ExportLine[]): readonly string[] {
  const times = new Set(lines.flatMap((each) => [...each.times]));
  return [...times]
    .sort((a, b) => a - b)
    .map((time) => {
      const cells = lines.map(({ metric, ...each }) => {
        const at = each.times.lastIndexOf(time);
        return at === -1 ? "" : (exportValue(metric, each.values[at]) ?? "");
      });
      return [isoTime(time), ...cells].join(",");
    });
}

function wholeJson(lines: readonly ExportLine[]): string {
  const content = {
    ...head,
    from: isoTime(head.from),
    to: isoTime(head.to),
    lines: lines.map(({ name, metric, unit, times, values }) => {
      const points = Array.from(times, (time, index) => [
        isoTime(time),
        exportValue(metric, values[index]) ?? null,
      ]);
      return { name, metric, unit, points };
    }),
  };
  return `${JSON.stringify(content)}\n`;
}

describe("exports of charts, in chunks", () => {
  it("are the CSV that is made of the whole", () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 4 }), (lines) => {
        const named = lines.map((each, index) => ({ ...each, name: `line ${index}` }));
        const rows = [...csv(named)].join("").split("\r\n");
        assert.deepEqual(rows.slice(1, -1), wholeCsv(named));
      }),
    );
  });

  it("are the JSON that is made of the whole", () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 4 }), (lines) => {
        assert.equal([...json(head, lines)].join(""), wholeJson(lines));
      }),
    );
  });
});
