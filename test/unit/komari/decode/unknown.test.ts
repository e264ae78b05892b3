import assert from "node:assert/strict";
import { knows, unknownFields } from "../../../../src/komari/decode/unknown";
import { isRecord } from "../../../../src/util/json";

describe("unknownFields", () => {
  it("keeps what is not known, as it came", () => {
    assert.deepEqual(unknownFields({ a: 1, b: { c: [2] } }, knows("a")), { b: { c: [2] } });
    assert.deepEqual(unknownFields({ a: 1 }, knows("a")), {});
  });

  it("takes __proto__ for a field like any other", () => {
    const record: unknown = JSON.parse('{"__proto__":{"polluted":true}}');
    assert(isRecord(record));
    const kept = unknownFields(record, knows());
    assert.deepEqual(Object.keys(kept), ["__proto__"]);
    assert.equal(kept.polluted, undefined);
  });
});
