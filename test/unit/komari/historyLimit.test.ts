import assert from "node:assert/strict";
import { limitHistoryCalls } from "../../../src/komari/historyLimit";
import { type BatchCaller } from "../../../src/rpc/client";
import { settle } from "../../builders/settle";

describe("limitHistoryCalls", () => {
  it("runs at most four calls that read records at a time, and delays no other", async () => {
    const sent: string[] = [];
    const responses: (() => void)[] = [];
    const caller: BatchCaller = {
      call: (method) => {
        sent.push(method);
        return new Promise((resolve) => responses.push(() => resolve(method)));
      },
      batch: () => assert.fail("no batch was sent"),
    };
    const limited = limitHistoryCalls(caller);
    const history = ["common:getRecords", "public:getPingMetricStats", "public:queryMetrics"];
    history.push("public:getRecordsByUUID", "public:getPingRecords", "common:getRecords");
    const calls = history.map((method) => limited.call(method));
    await settle();
    assert.deepEqual(sent, history.slice(0, 4));
    void limited.call("common:getNodesLatestStatus");
    await settle();
    assert.equal(sent.at(-1), "common:getNodesLatestStatus");
    responses[0]?.();
    await settle();
    assert.equal(sent.at(-1), "public:getPingRecords");
    for (let index = 1; index <= 6; index += 1) {
      responses[index]?.();
      await settle();
    }
    assert.deepEqual(await Promise.all(calls), history);
  });
});
