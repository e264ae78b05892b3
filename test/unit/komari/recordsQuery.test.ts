import assert from "node:assert/strict";
import fc from "fast-check";
import { loadParams, pingParams } from "../../../src/komari/recordsQuery";

describe("loadParams", () => {
  it("asks for the last hour when nothing is said", () => {
    assert.deepEqual(loadParams({}, "Z"), { type: "load", hours: 1 });
  });

  it("leaves out what is empty or the default", () => {
    const query = { uuid: "", hours: 4, loadType: "all", maxCount: undefined } as const;
    assert.deepEqual(loadParams(query, "Z"), { type: "load", hours: 4 });
  });

  it("sends a range as RFC 3339, without hours", () => {
    const start = Date.UTC(2026, 10, 22);
    assert.deepEqual(loadParams({ uuid: "n-1", start, hours: 9, loadType: "cpu" }, "Z"), {
      type: "load",
      uuid: "n-1",
      start: "2026-11-22T00:00:00Z",
      load_type: "cpu",
    });
  });

  it("writes a range in the server's zone, in whole seconds around it", () => {
    const start = Date.UTC(2026, 10, 22, 10) + 999;
    const query = { start, end: start + 3_600_000 };
    assert.deepEqual(loadParams(query, "+08:00"), {
      type: "load",
      start: "2026-11-22T18:00:00+08:00",
      end: "2026-11-22T19:00:01+08:00",
    });
    assert.deepEqual(pingParams(query, "-03:30"), {
      type: "ping",
      start: "2026-11-22T06:30:00-03:30",
      end: "2026-11-22T07:30:01-03:30",
    });
  });
});

describe("pingParams", () => {
  it("names a task, but not none", () => {
    assert.deepEqual(pingParams({ taskId: 2 }, "Z"), { type: "ping", hours: 1, task_id: 2 });
    assert.deepEqual(pingParams({ taskId: -1 }, "Z"), { type: "ping", hours: 1 });
  });

  it("never sends what makes servers fail", () => {
    const anyNumber = fc.option(fc.oneof(fc.double(), fc.integer()), { nil: undefined });
    fc.assert(
      fc.property(anyNumber, anyNumber, anyNumber, (hours, start, maxCount) => {
        const params = pingParams({ hours, start, maxCount }, "Z");
        const { hours: sent = 1, maxCount: limit = 1, start: from = "T" } = params;
        assert(typeof sent === "number" && Number.isInteger(sent) && sent >= 1);
        assert(
          typeof limit === "number" && Number.isInteger(limit) && (limit === -1 || limit >= 1),
        );
        assert(typeof from === "string" && from.includes("T"));
        assert(Object.values(params).every((value) => value !== ""));
      }),
    );
  });
});
