import assert from "node:assert/strict";
import { exportLines } from "../../../../../src/features/charts/export/exportLines";
import { isChartExport } from "../../../../../src/features/charts/export/isChartExport";
import { json } from "../../../../../src/features/charts/export/json";
import { isPng } from "../../../../../src/features/charts/export/pngBytes";
import { type RawSeries } from "../../../../../src/features/charts/model/snapshot";
import { lostPing } from "../../../../../src/shared/series";

const noon = Date.UTC(2026, 0, 1, 12);

const series: readonly RawSeries[] = [
  {
    id: "load",
    times: Float64Array.of(noon, noon + 60_000, noon + 120_000),
    lines: [
      { id: "cpu", metric: "cpu", values: Float64Array.of(1, 2, 3) },
      { id: "memory", metric: "memory", total: 9, values: Float64Array.of(4, NaN, 6) },
    ],
  },
  {
    id: "ping:1",
    times: Float64Array.of(noon + 60_000),
    lines: [{ id: "ping:1", metric: "ping", name: "Home\nlan", values: Float64Array.of(lostPing) }],
  },
];

describe("exportLines", () => {
  it("takes the requested lines in that order, and skips unknown ones", () => {
    const lines = exportLines(series, ["ping:1", "gpu", "cpu"], { from: 0, to: Infinity });
    assert.deepEqual(
      lines.map(({ name }) => name),
      ["Ping Home lan", "CPU"],
    );
  });

  it("takes what lies within the span, both ends included", () => {
    const span = { from: noon + 60_000, to: noon + 120_000 };
    assert.deepEqual([...(exportLines(series, ["cpu"], span)[0]?.values ?? [])], [2, 3]);
  });
});

describe("json", () => {
  it("distinguishes unknown from lost", () => {
    const span = { from: noon, to: noon + 120_000 };
    const head = { server: "Home", subject: "web-01", ...span };
    const chunks = json(head, exportLines(series, ["memory", "ping:1"], span));
    assert.deepEqual(JSON.parse([...chunks].join("")), {
      server: "Home",
      subject: "web-01",
      from: "2026-01-01T12:00:00.000Z",
      to: "2026-01-01T12:02:00.000Z",
      lines: [
        {
          name: "Memory",
          metric: "memory",
          unit: "bytes",
          points: [
            ["2026-01-01T12:00:00.000Z", 4],
            ["2026-01-01T12:01:00.000Z", null],
            ["2026-01-01T12:02:00.000Z", 6],
          ],
        },
        {
          name: "Ping Home lan",
          metric: "ping",
          unit: "milliseconds",
          points: [["2026-01-01T12:01:00.000Z", "lost"]],
        },
      ],
    });
  });
});

describe("isPng", () => {
  const png = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0);

  it("knows a picture by its first bytes", () => {
    assert.equal(isPng(png), true);
    assert.equal(isPng(png.with(1, 0)), false);
    assert.equal(isPng(png.subarray(0, 8)), false);
  });

  it("rejects other values and too many lines", () => {
    const huge = new Uint8Array(64 * 1024 * 1024 + 1);
    huge.set(png);
    for (const value of [undefined, "PNG", [...png], png.buffer, huge]) {
      assert.equal(isPng(value), false);
    }
  });
});

describe("isChartExport", () => {
  const good = { format: "csv", target: "file", from: 0, to: 1, lines: ["cpu"] };

  it("takes what the protocol says", () => assert.equal(isChartExport(good), true));

  const bad = [
    { format: "png" },
    { target: "/etc/passwd" },
    { from: NaN },
    { to: "1" },
    { lines: "cpu" },
    { lines: [1] },
  ];
  for (const change of bad) {
    it(`not ${JSON.stringify(change)}`, () => {
      assert.equal(isChartExport({ ...good, ...change }), false);
    });
  }
});
