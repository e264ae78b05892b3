import assert from "node:assert/strict";
import { csv } from "../../../../../src/features/charts/export/csv";
import { type ExportLine } from "../../../../../src/features/charts/export/exportLines";
import { json } from "../../../../../src/features/charts/export/json";

const noon = Date.UTC(2026, 0, 1, 12);
const times = Float64Array.from({ length: 30_000 }, (_, index) => noon + index * 1_000);
const lines: readonly ExportLine[] = ["CPU", "Memory"].map((name) => ({
  name,
  metric: "cpu",
  unit: "percent",
  times,
  values: times.map((time) => time / 7),
}));
const head = { server: "Home", subject: "web-01", from: noon, to: noon + 1 };

describe("chunks of an export", () => {
  for (const [name, chunks] of [
    ["CSV", csv(lines)],
    ["JSON", json(head, lines)],
  ] as const) {
    it(`are of a bounded length in ${name}, and the same when it is read again`, () => {
      const lengths = Array.from(chunks, ({ length }) => length);
      assert.ok(lengths.length > 10);
      assert.ok(Math.max(...lengths) < 66 * 1024, String(Math.max(...lengths)));
      assert.ok(lengths.slice(0, -1).every((length) => length >= 64 * 1024));
      assert.deepEqual(
        Array.from(chunks, ({ length }) => length),
        lengths,
      );
    });
  }
});
