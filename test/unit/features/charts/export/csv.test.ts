import assert from "node:assert/strict";
import { csv } from "../../../../../src/features/charts/export/csv";
import { type ExportLine } from "../../../../../src/features/charts/export/exportLines";
import { type MetricKey, metrics } from "../../../../../src/shared/metrics";
import { lostPing } from "../../../../../src/shared/series";

const noon = Date.UTC(2026, 0, 1, 12);

type Points = readonly (readonly [seconds: number, value: number])[];

function line(metric: MetricKey, name: string, points: Points): ExportLine {
  return {
    name,
    metric,
    unit: metrics[metric].unit,
    times: Float64Array.from(points, ([seconds]) => noon + seconds * 1000),
    values: Float64Array.from(points, ([, value]) => value),
  };
}

function rows(...lines: readonly ExportLine[]): readonly string[] {
  return [...csv(lines)].join("").split("\r\n");
}

describe("csv", () => {
  it("has a column of times and one per line, units in the header", () => {
    const cpu = line("cpu", "CPU", [[0, 12.5]]);
    const memory = line("memory", "Memory", [[0, 2 ** 40 + 1]]);
    const load = line("load", "Load", [[0, 0.1 + 0.2]]);
    assert.deepEqual(rows(cpu, memory, load), [
      "time,CPU (%),Memory (B),Load",
      "2026-01-01T12:00:00.000Z,12.5,1099511627777,0.30000000000000004",
      "",
    ]);
  });

  it("has a row for every time of any line, and an empty cell where one has no sample", () => {
    const cpu = line("cpu", "CPU", [
      [0, 1],
      [60, NaN],
      [120, 3],
    ]);
    const ping = line("ping", "Ping Home", [
      [30, 20],
      [60, lostPing],
    ]);
    assert.deepEqual(rows(cpu, ping).slice(1, -1), [
      "2026-01-01T12:00:00.000Z,1,",
      "2026-01-01T12:00:30.000Z,,20",
      "2026-01-01T12:01:00.000Z,,lost",
      "2026-01-01T12:02:00.000Z,3,",
    ]);
  });

  it("takes the later of two samples with one time, and continues after them", () => {
    const cpu = line("cpu", "CPU", [
      [0, 1],
      [0, 2],
      [60, 3],
    ]);
    assert.deepEqual(
      rows(cpu)
        .slice(1, -1)
        .map((row) => row.split(",")[1]),
      ["2", "3"],
    );
  });

  it("keeps a temperature of -1, which is no lost ping", () => {
    assert.match(rows(line("temperature", "T", [[0, -1]]))[1] ?? "", /,-1$/);
  });

  const headers: readonly (readonly [name: string, cell: string])[] = [
    ["a,b", '"a,b (%)"'],
    ['say "hi"', '"say ""hi"" (%)"'],
    ["=HYPERLINK(1)", "'=HYPERLINK(1) (%)"],
    ["+1", "'+1 (%)"],
    ["-1", "'-1 (%)"],
    ["@SUM(A1)", "'@SUM(A1) (%)"],
    ["\t=1", '"\'\t=1 (%)"'],
    ['=1,"x"', `"'=1,""x"" (%)"`],
    ["节点 1", "节点 1 (%)"],
  ];
  for (const [name, cell] of headers) {
    it(`writes the name ${JSON.stringify(name)} as ${cell}`, () => {
      assert.equal(rows(line("cpu", name, []))[0], `time,${cell}`);
    });
  }

  it("is no more than a header without lines", () => assert.deepEqual(rows(), ["time", ""]));
});
