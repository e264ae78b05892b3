import assert from "node:assert/strict";
import { rowPresets } from "../../../../../src/features/nodes/commands/rowPresets";
import {
  fillTemplate,
  parseTemplate,
} from "../../../../../src/features/nodes/rows/nodeRowTemplate";
import { createFormat } from "../../../../../src/shared/format";
import { buildFacts } from "../../../../builders/facts";
import { buildPing } from "../../../../builders/status";

const context = { format: createFormat("en"), serverTime: Date.UTC(2026, 0, 1) };

describe("rowPresets", () => {
  it("make rows of known tokens, the most important part first", () => {
    const facts = buildFacts(
      { trafficLimit: undefined, price: { kind: "free" }, expiry: { kind: "longTerm" } },
      { ping: [buildPing({ latest: 12, loss: 0.04 })] },
    );
    const rows = rowPresets().map(({ template }) =>
      fillTemplate(parseTemplate(template), facts, context).join("  "),
    );
    assert.ok(rows.every((row) => !row.includes("{")));
    assert.match(rows[0] ?? "", /^CPU \d+%  RAM \d+%  ↓/);
    assert.equal(rows[1], "Ping 12 ms  Loss <0.1%");
    assert.match(rows[2] ?? "", /^Load \d\.\d\d /);
    assert.match(rows[3] ?? "", /^Quota –  /);
    assert.equal(rows[4], "free  long term");
    assert.equal(rows[5], "–");
  });

  it("have names and templates of their own", () => {
    const presets = rowPresets();
    assert.equal(new Set(presets.map(({ label }) => label)).size, presets.length);
    assert.equal(new Set(presets.map(({ template }) => template)).size, presets.length);
  });
});
