import assert from "node:assert/strict";
import { decodePublicInfo } from "../../../../src/komari/decode/publicInfo";
import { RpcLocalError } from "../../../../src/rpc/errors";

const malformed = (error: unknown) => error instanceof RpcLocalError && error.code === "malformed";

describe("decodePublicInfo", () => {
  it("has no more than the model names: custom HTML may be large", () => {
    const info = decodePublicInfo({ sitename: "S", custom_body: "<script>" });
    assert.equal(info.siteName, "S");
    assert(!JSON.stringify(info).includes("<script>"));
  });

  it("reads where offline nodes stand", () => {
    const positionIn = (settings: unknown) =>
      decodePublicInfo({ theme_settings: settings }).offlinePosition;
    assert.equal(positionIn({ offlineServerPosition: "First" }), "first");
    assert.equal(positionIn({ offlineServerPosition: "Keep" }), "keep");
    assert.equal(positionIn({ offlineServerPosition: "Last" }), "last");
    for (const settings of [{}, undefined, null, [], "x"])
      assert.equal(positionIn(settings), "last");
  });

  it("takes no server's word for more than a century of records", () => {
    const hoursIn = (record_preserve_time: unknown, ping_record_preserve_time: unknown) => {
      const info = decodePublicInfo({ record_preserve_time, ping_record_preserve_time });
      return [info.recordPreserveHours, info.pingRecordPreserveHours];
    };
    assert.deepEqual(hoursIn(720, 0), [720, undefined]);
    assert.deepEqual(hoursIn(1e300, 10_000_000), [876_000, 876_000]);
  });

  it("is malformed for anything else", () => {
    for (const response of [null, [], ""])
      assert.throws(() => decodePublicInfo(response), malformed);
  });
});
