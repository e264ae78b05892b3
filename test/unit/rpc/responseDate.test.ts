import assert from "node:assert/strict";
import { datedResponse } from "../../../src/rpc/responseDate";

const date = "Thu, 01 Jan 2026 12:00:00 GMT";

describe("datedResponse", () => {
  it("has the date of the headers and the time of the exchange", () => {
    assert.deepEqual(datedResponse({ date }, 5, 9), {
      date: Date.UTC(2026, 0, 1, 12),
      sentAt: 5,
      receivedAt: 9,
    });
  });

  it("is missing where there is no date, or one that is none", () => {
    for (const text of [undefined, "", "0", "-1", "now", "2026", "Thursday", `${date}, ${date}`]) {
      assert.equal(datedResponse({ date: text }, 5, 9), undefined, text);
    }
  });

  it("is missing where a cache has stored the response", () => {
    assert.equal(datedResponse({ date, age: "86400" }, 5, 9), undefined);
    assert.notEqual(datedResponse({ date, age: "0" }, 5, 9), undefined);
  });
});
