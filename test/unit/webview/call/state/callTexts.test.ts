import assert from "node:assert/strict";
import { type CallResponse, type CallFate } from "../../../../../src/shared/call/callApi";
import { createFormat } from "../../../../../src/shared/format";
import {
  outcomeBadge,
  responseText,
  summarizeResult,
  progressText,
  rowsText,
} from "../../../../../webview/call/state/callTexts";

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
