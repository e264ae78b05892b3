import assert from "node:assert/strict";
import { statusParams } from "../../../src/komari/statusQuery";

const upstream = new Set(["common:getNodesLatestStatus", "public:queryMetrics"]);
const nekomari = new Set([...upstream, "public:getSlaReport"]);

describe("statusParams", () => {
  it("has none for all nodes", () => {
    assert.equal(statusParams({}, upstream), undefined);
    assert.equal(statusParams({ omitsPings: true }, upstream), undefined);
    assert.equal(statusParams({}, nekomari), undefined);
  });

  it("names the nodes", () => {
    assert.deepEqual(statusParams({ uuids: ["a"] }, upstream), { uuids: ["a"] });
  });

  it("leaves the pings out where the server offers that", () => {
    assert.deepEqual(statusParams({ omitsPings: true }, nekomari), { include_ping: false });
    const some = { uuids: ["a"], omitsPings: true };
    assert.deepEqual(statusParams(some, nekomari), { uuids: ["a"], include_ping: false });
    assert.deepEqual(statusParams(some, upstream), { uuids: ["a"] });
    assert.deepEqual(statusParams(some, undefined), { uuids: ["a"] });
  });
});
