import assert from "node:assert/strict";
import { createFormat } from "../../../../../../src/shared/format";
import { type ValueKind } from "../../../../../../webview/call/response/json/jsonLine";
import { readable } from "../../../../../../webview/call/response/table/readable";

const format = createFormat("en");
const read = (name: string, value: unknown) => {
  const [key = "", parent = ""] = name.split(".").reverse();
  const kind: ValueKind = typeof value === "string" ? "string" : "number";
  return readable({ key, parent, kind, raw: JSON.stringify(value) }, format);
};

describe("readable", () => {
  for (const [name, value, expected] of [
    ["mem_total", 8_589_934_592, "8 GiB"],
    ["ram.used", 1024, "1 KiB"],
    ["network.totalUp", 2048, "2 KiB"],
    ["net_in", 1024, "1 KiB/s"],
    ["network.up", 1024, "1 KiB/s"],
    ["traffic_limit", 1024, "1 KiB"],
    ["main.size", 1_048_576, "1 MiB"],
    ["cpu", 46.72, "46.7%"],
    ["cpu.usage", 4.721, "4.72%"],
    ["loss", 11.88, "11.9%"],
    ["uptime", 93_784, "26 h"],
    // Of Nekomari, and of the newer dashboard.
    ["basis.observed_for", 864_000_000_000_000, "10 d"],
    ["last_scan_duration_ns", 93_784_000_000_000, "26 h"],
    ["duration", 900_000_000_000, "15 min"],
    ["loss.fraction", 0.01, "1%"],
    ["projected_fraction", 1.25, "125%"],
    ["icmp.loss_pct", 33.3, "33.3%"],
    ["projected_bytes", 1024, "1 KiB"],
    ["traffic.upRate", 1024, "1 KiB/s"],
    ["traffic.downCum", 2048, "2 KiB"],
    ["peakTime", 1_763_550_000_000, format.dateTime(1_763_550_000_000)],
    ["gpu.utilization", 46.72, "46.7%"],
    ["created_at", 1_700_000_000, format.dateTime(1_700_000_000_000)],
    [
      "anything",
      "2026-11-22T12:22:14.544934795Z",
      format.dateTime(Date.UTC(2026, 10, 22, 12, 22, 14)),
    ],
    ["anything", "2026-11-22T19:18:30+08:05", format.dateTime(Date.UTC(2026, 10, 22, 11, 13, 30))],
  ] as const) {
    it(`${name} ${value} is ${expected}`, () => {
      assert.equal(read(name, value), expected);
    });
  }

  it("does not format values with an unknown name", () => {
    for (const [name, value] of [
      ["weight", 5],
      ["cpu_cores", 4],
      ["cpu_name", "Intel"],
      ["traffic_limit_type", "max"],
      ["expired_at", "0001-01-01T00:00:00Z"],
      ["expired_at", "9999-12-31T00:00:00Z"],
      ["name", "2026-11-22"],
      ["total", 150],
      ["cpu", -1],
      ["timeout", 5],
      // The meaning is unknown.
      ["duration", 900],
      ["mem_total", 0],
    ] as const) {
      assert.equal(read(name, value), undefined, `${name} ${value}`);
    }
  });
});
