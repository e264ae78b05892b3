import assert from "node:assert/strict";
import {
  canAskMe,
  supportsReports,
  supportsStatusWithoutPings,
  tellsPingStats,
  computesPingsFromMetrics,
} from "../../../src/komari/features";

describe("canAskMe", () => {
  const old = new Set(["common:getMe"]);
  const mended = new Set(["common:getMe", "public:queryMetrics"]);

  it("never lets an API key ask where it could crash the server", () => {
    assert.equal(canAskMe({ kind: "apiKey", apiKey: "k" }, old), false);
    assert.equal(canAskMe({ kind: "apiKey", apiKey: "k" }, undefined), false);
    assert.equal(canAskMe({ kind: "apiKey", apiKey: "k" }, mended), true);
  });

  it("lets everybody else ask", () => {
    assert.equal(canAskMe({ kind: "guest" }, undefined), true);
    assert.equal(canAskMe({ kind: "session", token: "t" }, old), true);
  });
});

describe("tellsPingStats", () => {
  it("depends on the server's methods", () => {
    assert.equal(tellsPingStats(new Set(["public:getPingMetricStats"])), true);
    assert.equal(tellsPingStats(new Set(["common:getRecords"])), false);
    assert.equal(tellsPingStats(undefined), false);
  });
});

describe("worksOutPingsFromMetrics", () => {
  it("depends on the server's methods", () => {
    assert.equal(computesPingsFromMetrics(new Set(["public:queryMetrics"])), true);
    assert.equal(computesPingsFromMetrics(new Set(["common:getNodesLatestStatus"])), false);
  });
});

describe("offersReports", () => {
  it("depends on the server's methods, unless statuses are available without pings", () => {
    const recent = "common:getNodeRecentStatus";
    assert.equal(supportsReports(new Set([recent])), true);
    assert.equal(supportsReports(new Set(["common:getNodesLatestStatus"])), false);
    assert.equal(supportsReports(new Set([recent, "public:getSlaReport"])), false);
  });
});

describe("offersStatusWithoutPings", () => {
  it("is true for Nekomari only, and only once its methods are known", () => {
    for (const method of ["admin:agentVersions", "public:getSlaReport"]) {
      assert.equal(supportsStatusWithoutPings(new Set([method])), true);
    }
    assert.equal(supportsStatusWithoutPings(new Set(["public:queryMetrics"])), false);
    assert.equal(supportsStatusWithoutPings(undefined), false);
  });
});
