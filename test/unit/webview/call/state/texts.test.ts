import assert from "node:assert/strict";
import { type CallResponse, type CallFate } from "../../../../../src/shared/call/callApi";
import { createFormat } from "../../../../../src/shared/format";
import { outcomeBadge } from "../../../../../webview/call/state/badges";
import {
  responseText,
  summarizeResult,
  progressText,
  rowsText,
} from "../../../../../webview/call/state/callTexts";
import { moveItem } from "../../../../../webview/call/state/listItems";
import { localRfc3339, pickerText, pickerTextOf } from "../../../../../webview/call/state/rfc3339";

const format = createFormat("en");

describe("Call texts", () => {
  it("progressText has the elapsed time and received bytes of the newest call", () => {
    const confirming = { id: 1, sentAt: undefined, bytes: 0 };
    assert.equal(progressText([], 0, format), "");
    assert.equal(progressText([confirming], 0, format), "Sending…");
    const sent = { ...confirming, sentAt: 1000 };
    assert.equal(progressText([sent], 2240, format), "1.2 s");
    assert.equal(progressText([{ ...sent, bytes: 3072 }], 1000, format), "0.0 s · 3 KiB");
    const two = [sent, { id: 2, sentAt: 2000, bytes: 0 }];
    assert.equal(progressText(two, 2500, format), "0.5 s · 2 calls in progress");
  });

  const response = (outcome: CallResponse["outcome"]): CallResponse => ({
    id: 1,
    sentAt: 0,
    tookMs: 12,
    transport: "http",
    outcome,
  });
  const result = { secrets: 0, revealed: false, omitted: false, chartable: false };
  const ok = { kind: "ok", bytes: 3482, json: "{}", ...result } as const;
  const error = { kind: "error", text: "No.", actions: [] } as const;

  it("responseText describes every outcome", () => {
    assert.equal(responseText(response(ok), format), "Response in 12 ms, 3.4 KiB");
    assert.equal(responseText(response(error), format), "No.");
    assert.equal(responseText(response({ kind: "refused" }), format), "Not sent.");
    assert.equal(responseText(response({ kind: "cancelled" }), format), "Canceled.");
    const canceled = { kind: "cancelled", fate: "notSent", text: "Canceled. Not sent." } as const;
    assert.equal(responseText(response(canceled), format), "Canceled. Not sent.");
  });

  it("outcomeBadge depends on the fate of the call", () => {
    const badge = (fate?: CallFate) => outcomeBadge(fate ? { ...error, fate } : error);
    assert.deepEqual(badge(), { icon: "error", text: "Error" });
    assert.deepEqual(badge("refused"), { icon: "error", text: "Error" });
    assert.deepEqual(badge("notSent"), { icon: "close", text: "Not sent" });
    assert.deepEqual(badge("unknown"), { icon: "warning", text: "Outcome unknown" });
  });

  it("summarizeResult and rowsText are short", () => {
    const summary = (outcome: CallResponse["outcome"]) =>
      summarizeResult(response(outcome), format);
    assert.deepEqual(summary(ok), { icon: "check", text: "OK · 12 ms · 3.4 KiB" });
    assert.deepEqual(summary({ kind: "cancelled" }), { icon: "close", text: "Canceled" });
    const long = `line\n${"x".repeat(500)}`;
    const { text } = summary({ ...error, text: long });
    assert.equal(text, `line ${"x".repeat(75)}…`);
    const rows = [{ state: "ok" }, { state: "error" }, { state: "running" }] as const;
    const named = rows.map((row) => ({ server: "Demo", ...row }));
    assert.equal(rowsText(named), "2 of 3 servers responded");
  });
});

describe("Times of request fields", () => {
  const time = Date.UTC(2026, 0, 31, 22, 59, 7);

  it("are RFC 3339 with the local zone", () => {
    const written = localRfc3339(time);
    assert.match(written, /^2026-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)$/);
    assert.equal(Date.parse(written), time);
  });

  it("are converted to the picker's format and back", () => {
    assert.equal(Date.parse(pickerText(time)), time);
    assert.equal(pickerTextOf(localRfc3339(time)), pickerText(time));
    for (const typed of ["", "soon", "2026", "2026-13-01T00:00:00Z"]) {
      assert.equal(pickerTextOf(typed), "", typed);
    }
  });

  it("keep the minutes of zone offsets", () => {
    const before = process.env.TZ;
    try {
      process.env.TZ = "Asia/Kathmandu";
      assert.equal(localRfc3339(time), "2026-02-01T04:44:07+05:45");
      process.env.TZ = "America/St_Johns";
      assert.equal(localRfc3339(time), "2026-01-31T19:29:07-03:30");
      process.env.TZ = "UTC";
      assert.equal(localRfc3339(time), "2026-01-31T22:59:07Z");
    } finally {
      if (before === undefined) delete process.env.TZ;
      else process.env.TZ = before;
    }
  });
});

describe("moveItem", () => {
  it("moves an item to another index", () => {
    assert.deepEqual(moveItem(["a", "b", "c"], 2, 0), ["c", "a", "b"]);
    assert.deepEqual(moveItem(["a", "b", "c"], 0, 1), ["b", "a", "c"]);
    assert.deepEqual(moveItem(["a"], 3, 0), ["a"]);
  });
});
