import assert from "node:assert/strict";
import { KomariApi } from "../../../src/komari/api";
import { type BatchCaller } from "../../../src/rpc/client";
import { RpcRemoteError } from "../../../src/rpc/errors";
import { FakeClock } from "../../builders/fakeClock";
import { fakeCaller } from "./fakeCaller";

function createApi(caller: BatchCaller): KomariApi {
  const context = { credential: { kind: "guest" }, methods: undefined } as const;
  return new KomariApi(caller, () => context, new FakeClock());
}

describe("KomariApi.recentReports", () => {
  it("reads the reports of each node in order of time", async () => {
    const records = [
      { time: "2026-01-01T00:00:02Z", cpu: 2 },
      { time: "2026-01-01T00:00:01Z", cpu: 1 },
    ];
    const { caller, calls } = fakeCaller({ "common:getNodeRecentStatus": { count: 2, records } });
    const reports = await createApi(caller).recentReports(["a", "b"]);
    assert.deepEqual(
      [...reports.values()].map((samples) => samples.map(({ cpu }) => cpu)),
      [
        [1, 2],
        [1, 2],
      ],
    );
    assert.deepEqual(
      calls.map(({ params }) => params),
      [{ uuid: "a" }, { uuid: "b" }],
    );
  });

  it("distinguishes nodes without a report from nodes whose call failed", async () => {
    const { caller } = fakeCaller();
    const outcomes = [
      { ok: true, result: { count: 0, records: [] } },
      { ok: false, error: new RpcRemoteError(-32602, "UUID is required", undefined) },
    ] as const;
    const batch = () => Promise.resolve(outcomes);
    const api = createApi({ ...caller, batch });
    assert.deepEqual([...(await api.recentReports(["a", "b"]))], [["a", []]]);
  });

  it("rejects if the calls for all nodes failed", async () => {
    await assert.rejects(createApi(fakeCaller().caller).recentReports(["a"]), RpcRemoteError);
  });
});
